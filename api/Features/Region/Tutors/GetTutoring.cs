using MediatR;
using Mentoring.Api.Platform;
using NotFound = Mentoring.Api.Platform.NotFound;

namespace Mentoring.Api.Features.Region.Tutors;

/// <summary>
/// One teacher with one tutor: every step with who took it, when and why; consultations; what tutor, teacher and the school's curator said.
/// </summary>
public static class GetTutoring
{
    public static void Map(RouteGroupBuilder tutoring) =>
        tutoring.MapGet("/", async (Guid tutoringId, IMediator mediator, CancellationToken ct) =>
                ETags.Conditional(await mediator.Send(new Query(tutoringId), ct)))
            .WithDescription("Open to the teacher, to the tutor as long as it is not over, to whoever leads the school and to whoever runs the body's tutors.")
            .Operation(nameof(GetTutoring), Permission.TutoringRead);

    public sealed record Query(Guid Id) : IQuery<Result>;

    /// <param name="StartsOn">The first day of their work.</param>
    /// <param name="EndsOn">The first day on which it is over.</param>
    /// <param name="Areas">Codes of the dictionary `competence-area` in which the teacher asked for help.</param>
    /// <param name="Side">As whom the caller reads it.</param>
    /// <param name="TimeZone">IANA zone of the school.</param>
    /// <param name="Steps">The earliest first; at most 100.</param>
    /// <param name="Consultations">The latest first; at most 200.</param>
    /// <param name="Comments">The earliest first; at most 500.</param>
    /// <param name="Said">What tutor and school say of each subject, while they work together.</param>
    /// <param name="CanMark">The caller may say how a subject stands.</param>
    /// <param name="RouteId">The teacher's route that runs, or else the last one; null where the caller may not read it.</param>
    public sealed record Result(
        Guid Id, TutoringStatus Status, Guid PersonId, string PersonName, string? TutorName, string OrganizationName, string BodyName,
        IReadOnlyList<string> Areas, string? Note, DateOnly? StartsOn, DateOnly? EndsOn, TutoringSide Side, string TimeZone, bool CanPlan, bool CanComment,
        bool CanMark, IReadOnlyList<StepTaken> Steps, IReadOnlyList<Consultation> Consultations, IReadOnlyList<Comment> Comments,
        IReadOnlyList<TutoringSaid> Said, Guid? RouteId, int Version);

    /// <param name="Status">Where it led.</param>
    /// <param name="ByName">Who took it, as they were called then.</param>
    public sealed record StepTaken(TutoringStatus Status, DateTime At, string ByName, string? Reason);

    /// <param name="Result">What came of it, or why it did not take place.</param>
    /// <param name="CanRecord">It is over, and the caller may say whether it was held.</param>
    public sealed record Consultation(
        Guid Id, ConsultationStatus Status, DateTime StartsAt, int DurationMinutes, string Topic, string? Place, string? Link, string? Result, bool CanCancel,
        bool CanRecord, int Version);

    /// <param name="Side">Of the author.</param>
    public sealed record Comment(Guid Id, string AuthorName, TutoringSide Side, string Said, DateTime SaidAt);

    sealed record Row
    {
        public Guid Id { get; init; }
        public TutoringStatus Status { get; init; }
        public Guid PersonId { get; init; }
        public required string PersonName { get; init; }
        public Guid? TutorId { get; init; }
        public string? TutorName { get; init; }
        public Guid OrganizationId { get; init; }
        public required string OrganizationName { get; init; }
        public required string BodyName { get; init; }
        public string[] Areas { get; init; } = [];
        public string? Note { get; init; }
        public DateOnly? StartsOn { get; init; }
        public DateOnly? EndsOn { get; init; }
        public Guid? RouteId { get; init; }
        public required string TimeZone { get; init; }
        public int Version { get; init; }
    }

    sealed record Planned(
        Guid Id, ConsultationStatus Status, DateTime StartsAt, int DurationMinutes, string Topic, string? Place, string? Link, string? Result, int Version);

    public sealed class Handler(Db db, Caller caller, TimeProvider time) : IRequestHandler<Query, Result>
    {
        public Task<Result> Handle(Query query, CancellationToken ct) => db.Many(Sql, query, async rows =>
        {
            var a = await rows.ReadSingleOrDefaultAsync<Row>() ?? throw new NotFound();
            var steps = (await rows.ReadAsync<StepTaken>()).ToList();
            var planned = (await rows.ReadAsync<Planned>()).ToList();
            var comments = (await rows.ReadAsync<Comment>()).ToList();
            var said = (await rows.ReadAsync<TutoringMarks.Row>()).Select(one => one.Said).ToList();
            var (side, now) = (TutoringSides.Of(caller, a.PersonId, a.TutorId, a.OrganizationId), time.GetUtcNow().UtcDateTime);
            var works = a.Status == TutoringStatus.Active;
            var ofTwo = works && side is TutoringSide.Tutor or TutoringSide.Teacher;
            return new Result(a.Id, a.Status, a.PersonId, a.PersonName, a.TutorName, a.OrganizationName, a.BodyName, a.Areas, a.Note, a.StartsOn, a.EndsOn,
                side, a.TimeZone, works && side == TutoringSide.Tutor, works && side != TutoringSide.Centre,
                works && side is (TutoringSide.Tutor or TutoringSide.School), steps,
                [.. planned.Select(c => new Consultation(c.Id, c.Status, c.StartsAt, c.DurationMinutes, c.Topic, c.Place, c.Link, c.Result,
                    ofTwo && works && c.Status == ConsultationStatus.Planned && c.StartsAt > now,
                    works && side == TutoringSide.Tutor && c.Status == ConsultationStatus.Planned && c.StartsAt <= now, c.Version))],
                comments, said, a.RouteId, a.Version);
        }, ct);
    }

    const string Sql = """
        select a.id, a.status, a.person_id, a.person_name, a.tutor_id, a.tutor_name, a.organization_id, o.name_short organization_name,
               b.name_short body_name, a.areas, a.note, a.starts_on, a.ends_on, z.time_zone, a.version,
               (select r.id from route r where r.person_id = a.person_id order by r.ended_at is not null, r.created_at desc limit 1) route_id
          from tutor_assignment a join organization o on o.id = a.organization_id join organization b on b.id = a.body_id
          join organization_zone z on z.place_id = a.organization_id
         where a.id = @Id;
        select status, at, by_name, reason from tutor_step where assignment_id = @Id order by at, id limit 100;
        select id, status, starts_at, duration_minutes, topic, place, link, result, version from consultation where assignment_id = @Id
         order by starts_at desc, id limit 200;
        select id, author_name, side, said, said_at from tutor_comment where assignment_id = @Id order by said_at, id limit 500;
        select s.* from tutor_assignment a cross join lateral tutoring_said(a.region_code, a.id) s where a.id = @Id
        """;
}

/// <summary>As whom somebody has to do with a tutor and a teacher.</summary>
public enum TutoringSide { Teacher, Tutor, School, Centre }

static class TutoringSides
{
    public static TutoringSide Of(Caller caller, Guid teacher, Guid? tutor, Guid school) =>
        caller.Scope.Person is { } self && self == teacher ? TutoringSide.Teacher
        : caller.Scope.Person is { } other && other == tutor ? TutoringSide.Tutor
        : caller.Scope.Reaches(school) ? TutoringSide.School : TutoringSide.Centre;
}
