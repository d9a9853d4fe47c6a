using FluentValidation;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Initiatives;

/// <summary>What is said of an initiative.</summary>
/// <param name="Title">At most 200 characters.</param>
/// <param name="Purpose">What it is for and what is to come of it: at most 4,000 characters.</param>
/// <param name="Areas">Codes of the dictionary `competence-area`: 1 to 8.</param>
/// <param name="ByInvitation">Only those who were invited, or whose organizations were, read of it; otherwise whoever works within the scope.</param>
public sealed record InitiativeCard(string Title, string Purpose, IReadOnlyList<string> Areas, InitiativeScope Scope, bool ByInvitation)
{
    internal sealed class Validator : AbstractValidator<InitiativeCard>
    {
        public Validator()
        {
            RuleFor(c => c.Title).NotEmpty().MaximumLength(200);
            RuleFor(c => c.Purpose).NotEmpty().MaximumLength(4000);
            RuleFor(c => c.Areas).NotEmpty().Must(all => all.Count <= 8);
            RuleFor(c => c.Scope).IsInEnum();
        }
    }

    internal Dapper.DynamicParameters Args(object more)
    {
        var all = new Dapper.DynamicParameters(more);
        all.AddDynamicParams(new
        {
            Title = Title.Trim(), Purpose = Purpose.Trim(), Areas = Areas.Distinct().ToArray(), Scope = Scope.ToString(), ByInvitation,
        });
        return all;
    }

    /// <summary>Areas are known, and a municipality is one: a body of the region stands in none.</summary>
    internal async Task Demand(Guid organization, Db db, CancellationToken ct)
    {
        var known = await db.List<string>("select code from dictionary_entry where dictionary = 'competence-area' and code = any(@codes)",
            new { codes = Areas.ToArray() }, ct);
        foreach (var (at, code) in Areas.Index())
            if (!known.Contains(code)) throw new BadInput("initiative.area-unknown") { Pointer = $"/card/areas/{at}" };
        if (Scope == InitiativeScope.Municipality && !await db.One<bool>(InMunicipality, new { organization }, ct))
            throw new BadInput("initiative.no-municipality") { Pointer = "/card/scope" };
    }

    /// <summary>Organization <c>o</c> is within what initiative <c>i</c> is told of; its members are held to it by the database.</summary>
    internal static string Within(string scope) =>
        $"initiative_reaches({scope}, i.territory_code, i.region_code, o.territory_code, o.region_code)";

    const string InMunicipality =
        "select t.level = 'Municipality' from organization o join territory t on t.code = o.territory_code where o.id = @organization";
}
