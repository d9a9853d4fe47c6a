using Dapper;
using FluentValidation;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Offers;

/// <summary>What a mentor offers beyond the own school.</summary>
/// <param name="Scope">How far from the mentor's school it is told of.</param>
/// <param name="Areas">Codes of the dictionary `competence-area` with which the mentor helps; one to ten.</param>
/// <param name="Remote">Whether one can work together at a distance.</param>
/// <param name="Places">How many mentees the mentor takes by it, never more than the profile allows.</param>
/// <param name="Words">What the mentor says to whoever looks for one; at most 2000 characters.</param>
/// <param name="EndsOn">The first day on which it holds no longer.</param>
/// <param name="Forms">Codes of the dictionary `mentoring-form`; any when empty.</param>
/// <param name="Kinds">Codes of the dictionary `mentoring-kind`; any when empty.</param>
public sealed record OfferCard(
    OfferScope Scope, string[] Areas, bool Remote, int Places, string Words, DateOnly EndsOn, string[]? Forms = null, string[]? Kinds = null)
{
    internal sealed class Validator : AbstractValidator<OfferCard>
    {
        public Validator()
        {
            RuleFor(c => c.Areas).NotEmpty().Must(areas => areas is null or { Length: <= 10 });
            RuleFor(c => c.Forms).Must(forms => forms is null or { Length: <= 10 });
            RuleFor(c => c.Kinds).Must(kinds => kinds is null or { Length: <= 10 });
            RuleFor(c => c.Places).InclusiveBetween(1, 20);
            RuleFor(c => c.Words).NotEmpty().MaximumLength(2000);
            RuleFor(c => c.EndsOn).LessThan(new DateOnly(2100, 1, 1));
        }
    }

    sealed record Unknown(string Pointer);

    sealed record Profile(int CapacityPrograms);

    /// <summary>A mentor whom the school has confirmed offers what the dictionaries know, to come, and within the own places.</summary>
    /// <param name="taken">Places given on the offer so far.</param>
    internal async Task Demand(Place school, Guid mentor, int taken, Db db, TimeProvider time, CancellationToken ct)
    {
        if (EndsOn <= school.Today(time)) throw new BadInput("offer.end-day") { Pointer = "/card/endsOn" };
        if (await db.Maybe<Unknown>(UnknownSql, new { Areas, Forms = Forms ?? [], Kinds = Kinds ?? [] }, ct) is { } unknown)
            throw new BadInput("offer.code-unknown") { Pointer = unknown.Pointer };
        var profile = await db.Maybe<Profile>(ConfirmedSql, new { school.OrganizationId, mentor }, ct) ?? throw new RuleViolation("offer.not-confirmed");
        if (Places > profile.CapacityPrograms) throw new BadInput("offer.places", ("most", profile.CapacityPrograms)) { Pointer = "/card/places" };
        if (Places < taken) throw new BadInput("offer.places-given", ("given", taken)) { Pointer = "/card/places" };
    }

    /// <summary>As it is written.</summary>
    internal DynamicParameters Args(object more)
    {
        var all = new DynamicParameters(more);
        all.AddDynamicParams(new
        {
            Scope = Scope.ToString(), Areas = Areas.Distinct().ToArray(), Forms = (Forms ?? []).Distinct().ToArray(),
            Kinds = (Kinds ?? []).Distinct().ToArray(), Remote, Places, Words = Words.Trim(), EndsOn,
        });
        return all;
    }

    const string ConfirmedSql = """
        select capacity_programs from mentor_profile where organization_id = @OrganizationId and person_id = @mentor and status = 'Confirmed'
        """;

    const string UnknownSql = """
        select wanted.pointer
          from (select 'competence-area' dictionary, code, '/card/areas/' || n - 1 pointer, n place from unnest(@Areas) with ordinality one (code, n)
                union all select 'mentoring-form', code, '/card/forms/' || n - 1, 100 + n from unnest(@Forms) with ordinality one (code, n)
                union all select 'mentoring-kind', code, '/card/kinds/' || n - 1, 200 + n from unnest(@Kinds) with ordinality one (code, n)) wanted
         where not exists (select from dictionary_entry d where d.dictionary = wanted.dictionary and d.code = wanted.code and d.valid_to is null)
         order by wanted.place limit 1
        """;
}
