using FluentValidation;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Tutors;

/// <summary>What the registry says of a tutor.</summary>
/// <param name="Zones">Codes of the dictionary `competence-area` in which the tutor helps; at least one.</param>
/// <param name="Sectors">Codes of the dictionary `sector` whose teachers the tutor accompanies; at least one.</param>
/// <param name="Territories">Codes of municipalities where the tutor works; everywhere when empty.</param>
/// <param name="Capacity">Teachers at one time, 1 to 200.</param>
/// <param name="AcceptsNew">Whether new teachers are offered this tutor.</param>
/// <param name="EndsOn">The first day on which the tutor works no longer; without an end when absent.</param>
public sealed record TutorCard(
    TutorKind Kind, IReadOnlyList<string> Zones, IReadOnlyList<string> Sectors, IReadOnlyList<string> Territories, int Capacity, bool AcceptsNew,
    DateOnly StartsOn, DateOnly? EndsOn = null)
{
    internal sealed class Validator : AbstractValidator<TutorCard>
    {
        public Validator()
        {
            RuleFor(c => c.Kind).IsInEnum();
            RuleFor(c => c.Zones).NotEmpty().Must(all => all.Count <= 50);
            RuleFor(c => c.Sectors).NotEmpty().Must(all => all.Count <= 10);
            RuleFor(c => c.Territories).NotNull().Must(all => all is { Count: <= 200 });
            RuleFor(c => c.Capacity).InclusiveBetween(1, 200);
            RuleFor(c => c.StartsOn).InclusiveBetween(new DateOnly(2000, 1, 1), new DateOnly(2100, 1, 1));
            RuleFor(c => c.EndsOn).GreaterThan(c => c.StartsOn).LessThan(new DateOnly(2100, 1, 1));
        }
    }

    internal object Args(object more)
    {
        var all = new Dapper.DynamicParameters(more);
        all.AddDynamicParams(new
        {
            Kind = Kind.ToString(), Zones = Zones.Distinct().ToArray(), Sectors = Sectors.Distinct().ToArray(),
            Territories = Territories.Distinct().ToArray(), Capacity, AcceptsNew, StartsOn, EndsOn,
        });
        return all;
    }

    /// <summary>Every code is one of its dictionary; a territory is a municipality.</summary>
    internal async Task Demand(Db db, CancellationToken ct)
    {
        await Demand("competence-area", Zones, "tutor.zone-unknown", "/card/zones", db, ct);
        await Demand("sector", Sectors, "tutor.sector-unknown", "/card/sectors", db, ct);
        var known = await db.List<string>("select code from territory where level = 'Municipality' and code = any(@codes)",
            new { codes = Territories.ToArray() }, ct);
        Demand(Territories, known, "tutor.territory-unknown", "/card/territories");
    }

    internal static async Task Demand(string dictionary, IReadOnlyList<string> codes, string problem, string pointer, Db db, CancellationToken ct) =>
        Demand(codes, await db.List<string>("select code from dictionary_entry where dictionary = @dictionary and code = any(@codes)",
            new { dictionary, codes = codes.ToArray() }, ct), problem, pointer);

    static void Demand(IReadOnlyList<string> codes, IReadOnlyList<string> known, string problem, string pointer)
    {
        foreach (var (at, code) in codes.Index())
            if (!known.Contains(code)) throw new BadInput(problem) { Pointer = $"{pointer}/{at}" };
    }
}
