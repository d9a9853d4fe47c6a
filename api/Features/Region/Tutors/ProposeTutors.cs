using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Tutors;

/// <summary>
/// Offers tutors to teachers: to those who asked for one, and to those of supported schools who have none. All of them or, where one cannot
/// be offered, none; a tutor works with a teacher once the teacher has said yes.
/// </summary>
public static class ProposeTutors
{
    public const int Most = 500;

    public static void Map(RouteGroupBuilder ofBody) =>
        ofBody.MapPost("/tutoring", async (Guid organizationId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(organizationId, body.Pairs, body.Note), ct)))
            .Operation(nameof(ProposeTutors), Permission.TutorManage);

    /// <param name="TeacherId">The teacher as a person.</param>
    /// <param name="TutorId">The tutor as a person.</param>
    public sealed record Pair(Guid TeacherId, Guid TutorId);

    /// <param name="Pairs">1 to 500, each teacher once.</param>
    /// <param name="Note">For the teachers to read; at most 1000 characters.</param>
    public sealed record Body(IReadOnlyList<Pair> Pairs, string? Note = null);

    public sealed record Command(Guid OrganizationId, IReadOnlyList<Pair> Pairs, string? Note) : ICommand<Result>;

    /// <param name="Proposed">How many were offered a tutor.</param>
    /// <param name="AnswerBy">The day by which they should answer, as the body counts days.</param>
    public sealed record Result(int Proposed, DateOnly AnswerBy);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Pairs).NotEmpty().Must(pairs => pairs.Count <= Most);
            RuleFor(c => c.Note).MaximumLength(1000);
        }
    }

    sealed record Teacher(Guid PersonId, string PersonName, Guid OrganizationId, string RegionCode, Guid? RequestId);

    sealed record Tutor(Guid PersonId, string PersonName, bool AcceptsNew);

    sealed record Made(Guid Id, Guid OrganizationId, string RegionCode, Guid PersonId);

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var place = await TutorRow.DemandBody(command.OrganizationId, db, caller, ct);
            var (today, now) = (place.Today(time), time.GetUtcNow());
            var who = new
            {
                Body = place.OrganizationId, Today = today, Teachers = command.Pairs.Select(pair => pair.TeacherId).ToArray(),
                Tutors = command.Pairs.Select(pair => pair.TutorId).Distinct().ToArray(),
            };
            var teachers = (await db.List<Teacher>(TeachersSql, who, ct)).DistinctBy(one => one.PersonId).ToDictionary(one => one.PersonId);
            var tutors = (await db.List<Tutor>(TutorsSql, who, ct)).ToDictionary(one => one.PersonId);
            Check(command, teachers, tutors);

            // Whoever offers many at once meets the tutors in one order, so that two who do wait for each other in no circle.
            var pairs = command.Pairs.OrderBy(pair => pair.TutorId).Select(pair => (Teacher: teachers[pair.TeacherId], Tutor: tutors[pair.TutorId])).ToList();
            var made = await db.List<Made>(Write, new
            {
                Body = place.OrganizationId, AnswerBy = today.AddDays(TutoringLife.DaysToAnswer), Now = now.UtcDateTime, By = caller.Name,
                Note = string.IsNullOrWhiteSpace(command.Note) ? null : command.Note.Trim(),
                Ids = pairs.Select(pair => pair.Teacher.RequestId ?? Guid.CreateVersion7(now)).ToArray(),
                Organizations = pairs.Select(pair => pair.Teacher.OrganizationId).ToArray(),
                Regions = pairs.Select(pair => pair.Teacher.RegionCode).ToArray(),
                People = pairs.Select(pair => pair.Teacher.PersonId).ToArray(),
                Names = pairs.Select(pair => pair.Teacher.PersonName).ToArray(),
                TutorIds = pairs.Select(pair => pair.Tutor.PersonId).ToArray(),
                TutorNames = pairs.Select(pair => pair.Tutor.PersonName).ToArray(),
            }, ct);
            foreach (var one in made) audit.About(one.OrganizationId, one.RegionCode, one.Id, new TutorProposed());
            return new(made.Count, today.AddDays(TutoringLife.DaysToAnswer));
        }

        static void Check(Command command, Dictionary<Guid, Teacher> teachers, Dictionary<Guid, Tutor> tutors)
        {
            var seen = new HashSet<Guid>();
            foreach (var (at, pair) in command.Pairs.Index())
            {
                if (!seen.Add(pair.TeacherId)) throw new BadInput("tutoring.teacher-twice") { Pointer = $"/pairs/{at}/teacherId" };
                if (!teachers.ContainsKey(pair.TeacherId)) throw new BadInput("tutoring.teacher-unknown") { Pointer = $"/pairs/{at}/teacherId" };
                if (!tutors.TryGetValue(pair.TutorId, out var tutor)) throw new BadInput("tutoring.tutor-unknown") { Pointer = $"/pairs/{at}/tutorId" };
                if (!tutor.AcceptsNew) throw new BadInput("tutoring.tutor-takes-nobody") { Pointer = $"/pairs/{at}/tutorId" };
                if (pair.TeacherId == pair.TutorId) throw new BadInput("tutoring.oneself") { Pointer = $"/pairs/{at}/tutorId" };
            }
        }
    }

    // Whoever asked is served where the body still stands behind the school; who did not, where no other body was faster.
    const string TeachersSql = $"""
        select a.person_id, a.person_name, a.organization_id, a.region_code, a.id request_id
          from tutor_assignment a
         where a.body_id = @Body and a.status = 'Requested' and a.person_id = any(@Teachers) and {TutoringSql.Served}
        union all
        select t.person_id, t.person_name, t.organization_id, t.region_code, null from tutorable(@Body) t where t.person_id = any(@Teachers)
        """;

    const string TutorsSql = """
        select person_id, person_name, accepts_new from tutor where body_id = @Body and person_id = any(@Tutors) and period @> @Today::date
        """;

    const string Write = """
        with wanted as (
            select * from unnest(@Ids::uuid[], @Organizations::uuid[], @Regions::text[], @People::uuid[], @Names::text[], @TutorIds::uuid[],
                                 @TutorNames::text[]) w (id, organization_id, region_code, person_id, person_name, tutor_id, tutor_name)),
        asked as (
            update tutor_assignment a set status = 'Proposed', tutor_id = w.tutor_id, tutor_name = w.tutor_name, proposed_at = @Now,
                   answer_by = @AnswerBy, reason = @Note, changed_at = @Now, changed_by = @By, version = version + 1
              from wanted w where a.region_code = w.region_code and a.id = w.id and a.status = 'Requested'
            returning a.id, a.organization_id, a.region_code, a.person_id),
        offered as (
            insert into tutor_assignment (region_code, id, organization_id, body_id, person_id, person_name, tutor_id, tutor_name, status, note, proposed_at,
                answer_by, changed_at, changed_by, created_at)
            select w.region_code, w.id, w.organization_id, @Body, w.person_id, w.person_name, w.tutor_id, w.tutor_name, 'Proposed', @Note, @Now,
                   @AnswerBy, @Now, @By, @Now
              from wanted w where not exists (select from tutor_assignment a where a.region_code = w.region_code and a.id = w.id)
            returning id, organization_id, region_code, person_id)
        select * from asked union all select * from offered
        """;
}
