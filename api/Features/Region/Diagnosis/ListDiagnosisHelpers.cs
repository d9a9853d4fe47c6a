using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Diagnosis;

/// <summary>Whom the caller, who works at a school, may ask for an expert's view or let read a diagnosis: people and organizations.</summary>
public static class ListDiagnosisHelpers
{
    public static void Map(RouteGroupBuilder diagnoses) =>
        diagnoses.MapGet("/helpers", async (Guid organizationId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(organizationId), ct)))
            .Operation(nameof(ListDiagnosisHelpers), Permission.DiagnosisOwn);

    public sealed record Query(Guid OrganizationId) : IQuery<Result>;

    /// <param name="People">At most 500.</param>
    /// <param name="Organizations">The school, whose head and curator read then, and the bodies that stand behind it today.</param>
    public sealed record Result(IReadOnlyList<DiagnosisHelper> People, IReadOnlyList<Organization> Organizations);

    /// <param name="School">The one where the teacher works, else a body.</param>
    public sealed record Organization(Guid Id, string Name, bool School);

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public async Task<Result> Handle(Query query, CancellationToken ct)
        {
            if (!caller.Grants.Employers.Contains(query.OrganizationId)) throw new NotFound();
            return new(await DiagnosisHelper.All(query.OrganizationId, db, time, ct), await Around(query.OrganizationId, db, time, ct));
        }
    }

    internal static Task<IReadOnlyList<Organization>> Around(Guid organization, Db db, TimeProvider time, CancellationToken ct) =>
        db.List<Organization>(Sql, new { organization, Now = time.GetUtcNow().UtcDateTime }, ct);

    const string Sql = """
        select o.id, o.name_short as name, o.id = @organization as school
          from organization o
         where o.id = @organization
            or o.id in (select l.body_id from support_link l where l.organization_id = @organization and l.period @> local_day(@Now, @organization))
         order by o.id <> @organization, o.name_short, o.id
        """;
}
