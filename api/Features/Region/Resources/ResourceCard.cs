using Dapper;
using FluentValidation;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Resources;

/// <summary>What is said of a resource.</summary>
/// <param name="Kind">Code of the dictionary `resource-kind`.</param>
/// <param name="About">What a teacher gains by it, in words.</param>
/// <param name="Host">Where it is: the organization that hosts it and its place, in words.</param>
/// <param name="Areas">Codes of the dictionary `competence-area`, at least one.</param>
/// <param name="Sectors">Codes of the dictionary `sector` of those whom it is for; all when empty.</param>
/// <param name="IsOpen">Whether teachers of other regions may come too.</param>
/// <param name="StartsOn">Its first day; always there when absent.</param>
/// <param name="EndsOn">The first day on which it is no more; without an end when absent.</param>
/// <param name="Contact">Whom to ask, in words.</param>
public sealed record ResourceCard(
    string Kind, string Title, string About, string Host, string[] Areas, ResourceFormat Format, bool IsOpen, string[]? Sectors = null,
    DateOnly? StartsOn = null, DateOnly? EndsOn = null, string? Website = null, string? Contact = null)
{
    internal sealed class Validator : AbstractValidator<ResourceCard>
    {
        public Validator()
        {
            RuleFor(c => c.Title).NotEmpty().MaximumLength(200);
            RuleFor(c => c.About).NotEmpty().MaximumLength(2000);
            RuleFor(c => c.Host).NotEmpty().MaximumLength(300);
            RuleFor(c => c.Areas).NotEmpty().Must(areas => areas is null or { Length: <= 10 });
            RuleFor(c => c.Sectors).Must(sectors => sectors is null or { Length: <= 10 });
            RuleFor(c => c.StartsOn).InclusiveBetween(new DateOnly(2000, 1, 1), new DateOnly(2100, 1, 1));
            RuleFor(c => c.EndsOn).GreaterThan(c => c.StartsOn).LessThan(new DateOnly(2100, 1, 1));
            RuleFor(c => c.Website).MaximumLength(500).Must(site => string.IsNullOrEmpty(site) || IsWeb(site));
            RuleFor(c => c.Contact).MaximumLength(300);
        }
    }

    sealed record Unknown(string Pointer);

    /// <summary>Codes are those of the dictionaries; what is wrong is pointed to.</summary>
    internal async Task Demand(Db db, CancellationToken ct)
    {
        if (await db.Maybe<Unknown>(UnknownSql, new { Kind, Areas, Sectors = Sectors ?? [] }, ct) is { } unknown)
            throw new BadInput("resource.code-unknown") { Pointer = unknown.Pointer };
    }

    /// <summary>As it is written.</summary>
    internal DynamicParameters Args(object more)
    {
        var all = new DynamicParameters(more);
        all.AddDynamicParams(new
        {
            Kind, Title = Title.Trim(), About = About.Trim(), Host = Host.Trim(), Areas = Areas.Distinct().ToArray(),
            Sectors = (Sectors ?? []).Distinct().ToArray(), Format = Format.ToString(), IsOpen, StartsOn, EndsOn, Website = Given(Website),
            Contact = Given(Contact),
        });
        return all;
    }

    static bool IsWeb(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is ("https" or "http");

    static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    const string UnknownSql = """
        select wanted.pointer
          from (select 'resource-kind' dictionary, @Kind code, '/card/kind' pointer, 0 place
                union all select 'competence-area', area, '/card/areas/' || n - 1, n::int from unnest(@Areas) with ordinality one (area, n)
                union all select 'sector', sector, '/card/sectors/' || n - 1, 100 + n::int from unnest(@Sectors) with ordinality one (sector, n)) wanted
         where not exists (select from dictionary_entry d where d.dictionary = wanted.dictionary and d.code = wanted.code and d.valid_to is null)
         order by wanted.place limit 1
        """;
}
