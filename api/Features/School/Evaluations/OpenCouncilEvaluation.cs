using FluentValidation;
using MediatR;
using Mentoring.Api.Features.Common.People;
using Mentoring.Api.Features.School.Councils;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Evaluations;

/// <summary>The council takes up a running or completed program for evaluation, once a school year.</summary>
public static class OpenCouncilEvaluation
{
    public static void Map(RouteGroupBuilder ofSchool) =>
        ofSchool.MapPost("/evaluations", async (Guid organizationId, Body body, IMediator mediator, CancellationToken ct) =>
            {
                var state = await mediator.Send(new Command(organizationId, body.ProgramId, body.DueOn), ct);
                return TypedResults.Created($"/api/v1/council/evaluations/{state.Id}", state);
            })
            .Operation(nameof(OpenCouncilEvaluation), Permission.CouncilWork);

    /// <param name="ProgramId">Running, paused, completed or ended early.</param>
    /// <param name="DueOn">By when members mark it; from today on.</param>
    public sealed record Body(Guid ProgramId, DateOnly DueOn);

    public sealed record Command(Guid OrganizationId, Guid ProgramId, DateOnly DueOn) : ICommand<CouncilState<EvaluationStatus>>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.ProgramId).NotEmpty();
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, CouncilState<EvaluationStatus>>
    {
        public async Task<CouncilState<EvaluationStatus>> Handle(Command command, CancellationToken ct)
        {
            var place = await Place.Of(command.OrganizationId, db, caller, ct);
            var today = place.Today(time);
            if (command.DueOn < today) throw new BadInput("council.day-is-over") { Pointer = "/dueOn" };
            var now = time.GetUtcNow();
            var id = Guid.CreateVersion7(now);
            var opened = await db.Execute(Insert, new
            {
                id, command.ProgramId, command.OrganizationId, Year = SchoolYear.Of(today), command.DueOn, Now = now.UtcDateTime, ByName = caller.Name,
            }, ct);
            if (opened != 1) throw new BadInput("evaluation.program-not-run") { Pointer = "/programId" };
            audit.About(place.OrganizationId, place.RegionCode, id, new CouncilEvaluationOpened(), command.ProgramId);
            return new(id, EvaluationStatus.Open, 1);
        }
    }

    const string Insert = """
        insert into council_evaluation (id, program_id, organization_id, region_code, school_year, status, due_on, opened_at, opened_by_name)
        select @id, id, organization_id, region_code, @Year, 'Open', @DueOn, @Now, @ByName
          from program where id = @ProgramId and organization_id = @OrganizationId and status in ('Active', 'Paused', 'Completed', 'EndedEarly')
        """;
}
