using Dapper;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.People;

/// <summary>A person with the places of work, needs and programs that are open to the caller.</summary>
public static class GetPerson
{
    public static void Map(RouteGroupBuilder people) =>
        people.MapGet("/{personId:guid}", async (Guid personId, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Query(personId), ct)))
            .Operation(nameof(GetPerson), Permission.StaffRead);

    public sealed record Query(Guid Id) : IQuery<Result>;

    /// <param name="Email">Told, as the phone is, where the person works or is to work, and to the person; null to others.</param>
    /// <param name="Employments">At the organizations open to the caller, the latest first.</param>
    /// <param name="Needs">The latest school year first.</param>
    /// <param name="Programs">Of the organizations open to the caller, the latest first.</param>
    /// <param name="MergedInto">The record of which this one has become part: look there.</param>
    public sealed record Result(
        Guid Id, string FamilyName, string GivenName, string? Patronymic, DateOnly? BirthDate, string? Email, string? Phone, int Version,
        IReadOnlyList<Employment> Employments, IReadOnlyList<Need> Needs, IReadOnlyList<Program> Programs, Guid? MergedInto = null);

    /// <param name="PositionCode">Code of the dictionary `position`.</param>
    /// <param name="Qualification">Category given by attestation, where there is one.</param>
    /// <param name="EndedOn">The first day on which the person no longer works here.</param>
    /// <param name="Version">Give it back to change the employment.</param>
    public sealed record Employment(
        Guid Id, Guid OrganizationId, string OrganizationName, string PositionCode, bool IsTeaching, bool IsMain, string? Qualification,
        DateOnly StartedOn, DateOnly? EndedOn, int Version);

    /// <param name="SchoolYear">Named by the year in which it starts.</param>
    public sealed record Need(Guid OrganizationId, int SchoolYear, NeedCategory Category, string? Note, DateOnly NotedOn);

    /// <param name="LeftOn">The first day on which the person takes part no more; null while they do, and to the end of the program.</param>
    public sealed record Program(
        Guid Id, Guid OrganizationId, string Title, ProgramStatus Status, ParticipantRole Role, DateOnly StartsOn, DateOnly EndsOn, DateOnly? LeftOn);

    sealed record Row(
        Guid Id, string FamilyName, string GivenName, string? Patronymic, DateOnly? BirthDate, string? Email, string? Phone, int Version, Guid? MergedInto);

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public Task<Result> Handle(Query query, CancellationToken ct) => db.Many(Sql, new
        {
            query.Id, Self = caller.Scope.Person, Now = time.GetUtcNow().UtcDateTime,
        }, async rows =>
        {
            var p = await rows.ReadSingleOrDefaultAsync<Row>() ?? throw new NotFound();
            var employments = (await rows.ReadAsync<Employment>()).AsList();
            var needs = (await rows.ReadAsync<Need>()).AsList();
            var programs = (await rows.ReadAsync<Program>()).AsList();
            return new Result(
                p.Id, p.FamilyName, p.GivenName, p.Patronymic, p.BirthDate, p.Email, p.Phone, p.Version, employments, needs, programs, p.MergedInto);
        }, ct);
    }

    const string Sql = """
        select p.id, p.family_name, p.given_name, p.patronymic, p.birth_date, case when open.contacts then p.email end email,
               case when open.contacts then p.phone end phone, p.version, p.merged_into
          from person p
         cross join lateral (
            select p.id = @Self::uuid is true or exists (
                   select from employment e where e.person_id = p.id and (e.ended_on is null or e.ended_on > local_day(@Now, e.organization_id))) contacts
               ) open
         where p.id = @Id;
        select e.id, e.organization_id, o.name_short organization_name, e.position_code,
               e.is_teaching, e.is_main, e.qualification, e.started_on, e.ended_on, e.version
          from employment e join organization o on o.id = e.organization_id where e.person_id = @Id order by e.started_on desc, e.id;
        select organization_id, school_year, category, note, noted_on from mentoring_need where person_id = @Id order by school_year desc;
        select pr.id, pr.organization_id, pr.title, pr.status, pp.role, pr.starts_on, pr.ends_on, pp.left_on
          from program_participant pp join program pr on pr.id = pp.program_id where pp.person_id = @Id order by pr.starts_on desc, pr.id;
        """;
}
