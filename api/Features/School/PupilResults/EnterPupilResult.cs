using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.PupilResults;

/// <summary>Says what the pupils of a teacher reached: a teacher of the own pupils, the school's head and curator of all.</summary>
public static class EnterPupilResult
{
    public static void Map(RouteGroupBuilder ofSchool) =>
        ofSchool.MapPost("/pupil-results", async (Guid organizationId, Body body, IMediator mediator, CancellationToken ct) =>
            {
                var state = await mediator.Send(new Command(organizationId, body), ct);
                return TypedResults.Created($"/api/v1/pupil-results/{state.Id}", state);
            })
            .WithDescription("Counts alone, never a pupil's name. One figure holds for a teacher, year, kind, subject, grade and term or stage; "
                + "another is a correction of that one.")
            .Operation(nameof(EnterPupilResult), Permission.PupilResultWrite);

    /// <param name="PersonId">The teacher, who works at the school in that year.</param>
    /// <param name="SchoolYear">The calendar year in which it begins.</param>
    /// <param name="Subject">Code of the dictionary `subject`.</param>
    /// <param name="Grade">Vpr 4 to 8 and 10, Oge 9, Ege 11, else 1 to 11.</param>
    /// <param name="Term">Of attainment, and of it alone.</param>
    /// <param name="Stage">Code of the dictionary `olympiad-stage`: of olympiads, and of them alone.</param>
    public sealed record Body(
        Guid PersonId, int SchoolYear, PupilResultKind Kind, string Subject, int Grade, PupilFigure Figure, AttainmentTerm? Term = null, string? Stage = null);

    public sealed record Command(Guid OrganizationId, Body Body) : ICommand<PupilResultState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Body.SchoolYear).InclusiveBetween(PupilResultRules.FirstYear, PupilResultRules.LastYear).OverridePropertyName("schoolYear");
            RuleFor(c => c.Body.Grade).InclusiveBetween(1, 11).OverridePropertyName("grade");
            RuleFor(c => c.Body.Subject).NotEmpty().MaximumLength(100).OverridePropertyName("subject");
            RuleFor(c => c.Body.Stage).MaximumLength(100).OverridePropertyName("stage");
        }
    }

    sealed record Teacher(string RegionCode, string TimeZone, string Name);

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, PupilResultState>
    {
        public async Task<PupilResultState> Handle(Command command, CancellationToken ct)
        {
            var body = command.Body;
            var isOwn = body.PersonId == caller.Scope.Person && caller.Grants.Employers.Contains(command.OrganizationId);
            if (!isOwn) caller.Scope.MustReach(command.OrganizationId);
            var key = new PupilResultKey(body.SchoolYear, body.Kind, body.Grade, body.Term, body.Stage);
            var teacher = await db.Maybe<Teacher>(TeacherSql, new { command.OrganizationId, body.PersonId, key.FirstDay, key.LastDay }, ct)
                ?? throw new BadInput("pupil-results.teacher") { Pointer = "/personId" };
            var today = RegionTime.Today(teacher.TimeZone, time);
            if (PupilResultRules.Faults(key, body.Figure, today).FirstOrDefault() is ({ } member, { } code))
                throw new BadInput(code) { Pointer = $"/{(member is "grade" or "term" or "stage" ? member : $"figure/{member}")}" };
            await PupilDictionaries.Demand(db, today, body.Subject, body.Stage, ct);

            var now = time.GetUtcNow();
            var id = Guid.CreateVersion7(now);
            await db.Execute(Insert, new
            {
                teacher.RegionCode, id, command.OrganizationId, body.PersonId, teacher.Name, body.SchoolYear, Kind = body.Kind.ToString(), body.Subject,
                body.Grade, Term = body.Term?.ToString(), body.Stage, body.Figure.Pupils, body.Figure.Successful, body.Figure.Prizes, body.Figure.CountedOn,
                Now = now.UtcDateTime, By = caller.Id, ByName = caller.Name,
            }, ct);
            audit.About(command.OrganizationId, teacher.RegionCode, id, new PupilResultEntered(body.Kind));
            return new(id, false, 1);
        }
    }

    const string TeacherSql = """
        select e.region_code, z.time_zone, person_name(p) as name
          from employment e join person p on p.id = e.person_id join organization_zone z on z.place_id = e.organization_id
         where e.organization_id = @OrganizationId and e.person_id = @PersonId and e.started_on <= @LastDay
           and (e.ended_on is null or e.ended_on > @FirstDay)
         limit 1
        """;

    const string Insert = """
        insert into pupil_result (region_code, id, organization_id, person_id, person_name, school_year, kind, subject_code, grade, term, stage_code,
            pupils, successful, prizes, counted_on, told_at, told_by, told_by_name)
        values (@RegionCode, @id, @OrganizationId, @PersonId, @Name, @SchoolYear, @Kind, @Subject, @Grade, @Term, @Stage,
                @Pupils, @Successful, @Prizes, @CountedOn, @Now, @By, @ByName)
        """;
}
