using FluentValidation;
using MediatR;
using Mentoring.Api.Features.Common.Organizations;
using Mentoring.Api.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>The people of an organization with the accounts they have, by name, for whoever gives roles there. At most 50.</summary>
public static class ListStaffAccounts
{
    const int Most = 50;

    public static void Map(RouteGroupBuilder organizations) =>
        organizations.MapGet("/{organizationId:guid}/accounts", async ([AsParameters] Filter filter, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(filter), ct)))
            .Operation(nameof(ListStaffAccounts), Permission.AccountManage);

    /// <param name="Search">Part of the name.</param>
    /// <param name="Position">Code of the dictionary `position`.</param>
    public sealed record Filter([FromRoute(Name = "organizationId")] Guid Id, string? Search, string? Position);

    public sealed record Query(Filter Filter) : IQuery<IReadOnlyList<Item>>;

    /// <param name="Email">Of the account; else the one in the staff list, to which an invitation may go.</param>
    /// <param name="AccountId">Absent: this person has to be invited first.</param>
    public sealed record Item(Guid PersonId, string Name, string PositionCode, string? Email, Guid? AccountId);

    public sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Filter.Search).MaximumLength(200).OverridePropertyName("search");
    }

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public async Task<IReadOnlyList<Item>> Handle(Query query, CancellationToken ct)
        {
            var filter = query.Filter;
            Granting.DemandPlace(caller.Scope, filter.Id);
            return await db.List<Item>(Sql, new
            {
                filter.Id, Words = SearchText.Words(filter.Search), filter.Position, Today = await RegionTime.TodayAt(filter.Id, db, time, ct), Most,
            }, ct);
        }
    }

    const string Sql = """
        with staff as (
            select distinct on (e.person_id) e.person_id, e.position_code from employment e
             where e.organization_id = @Id and e.started_on <= @Today and (e.ended_on is null or e.ended_on > @Today)
               and (@Position::text is null or e.position_code = @Position)
             order by e.person_id, e.is_main desc, e.started_on desc)
        select s.person_id, person_name(p) as name, s.position_code, coalesce(a.email, p.email) email,
               a.id account_id
          from staff s join person p on p.id = s.person_id left join identity.account a on a.person_id = p.id
         where not exists (select from unnest(@Words::text[]) word
                            where translate(lower(person_name(p)), 'ё', 'е') not like '%' || word || '%')
         order by name, s.person_id
         limit @Most
        """;
}
