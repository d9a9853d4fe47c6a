using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Tutors;

/// <summary>Who holds the role of a tutor at the body today and is not in its registry, by name; at most 500.</summary>
public static class ListTutorStaff
{
    public static void Map(RouteGroupBuilder ofBody) =>
        ofBody.MapGet("/tutor-staff", async (Guid organizationId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(organizationId), ct)))
            .Operation(nameof(ListTutorStaff), Permission.TutorManage);

    public sealed record Query(Guid OrganizationId) : IQuery<IReadOnlyList<Item>>;

    public sealed record Item(Guid PersonId, string Name);

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, IReadOnlyList<Item>>
    {
        public async Task<IReadOnlyList<Item>> Handle(Query query, CancellationToken ct)
        {
            var place = await Place.Of(query.OrganizationId, db, caller, ct);
            return await db.List<Item>($"""
                select distinct person_id, name from ({Holders}) h
                 where not exists (select from tutor t where t.body_id = @Body and t.person_id = h.person_id and (t.ends_on is null or t.ends_on > @Today))
                 order by name, person_id limit 500
                """, new { Body = query.OrganizationId, Today = place.Today(time) }, ct);
        }
    }

    /// <summary>People with the role of a tutor at body <c>@Body</c> on <c>@Today</c>; who works elsewhere is known by the account alone.</summary>
    internal const string Holders = """
        select a.person_id, coalesce(person_name(p), a.display_name) name
          from role_assignment r join identity.account a on a.id = r.account_id and a.person_id is not null left join person p on p.id = a.person_id
         where r.organization_id = @Body and r.role = 'Tutor' and r.started_on <= @Today and (r.ended_on is null or r.ended_on > @Today)
        """;
}
