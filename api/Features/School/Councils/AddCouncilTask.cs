using FluentValidation;
using MediatR;
using Mentoring.Api.Features.School.Preparations;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Councils;

/// <summary>The council asks for something: provision of mentoring, a step of a preparation, the correction of a program.</summary>
public static class AddCouncilTask
{
    public static void Map(RouteGroupBuilder ofSchool) =>
        ofSchool.MapPost("/tasks", async (Guid organizationId, Body body, IMediator mediator, CancellationToken ct) =>
            {
                var state = await mediator.Send(new Command(organizationId, body), ct);
                return TypedResults.Created($"/api/v1/organizations/{organizationId}/council/tasks", state);
            })
            .Operation(nameof(AddCouncilTask), Permission.CouncilWork);

    /// <param name="Title">At most 500 characters.</param>
    /// <param name="ResponsibleName">At most 200 characters.</param>
    /// <param name="DueOn">Not in the past.</param>
    /// <param name="PreparationId">Needed for `Preparation`, and for it alone.</param>
    /// <param name="ProgramId">Needed for `ProgramCorrection`.</param>
    /// <param name="AreaCode">Code of the dictionary `competence-area`.</param>
    public sealed record Body(CouncilTaskKind Kind, string Title, string ResponsibleName, DateOnly DueOn, Guid? PreparationId = null, Guid? ProgramId = null,
        string? AreaCode = null);

    public sealed record Command(Guid OrganizationId, Body Task) : ICommand<CouncilState<CouncilTaskStatus>>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Task.Title).NotEmpty().MaximumLength(500).OverridePropertyName("title");
            RuleFor(c => c.Task.ResponsibleName).NotEmpty().MaximumLength(200).OverridePropertyName("responsibleName");
            RuleFor(c => c.Task.AreaCode).MaximumLength(60).OverridePropertyName("areaCode");
            RuleFor(c => c.Task.PreparationId).Must((c, id) => id is null == (c.Task.Kind != CouncilTaskKind.Preparation))
                .OverridePropertyName("preparationId");
            RuleFor(c => c.Task.ProgramId).NotNull().When(c => c.Task.Kind == CouncilTaskKind.ProgramCorrection).OverridePropertyName("programId");
        }
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, CouncilState<CouncilTaskStatus>>
    {
        public async Task<CouncilState<CouncilTaskStatus>> Handle(Command command, CancellationToken ct)
        {
            var (task, place) = (command.Task, await Place.Of(command.OrganizationId, db, caller, ct));
            if (task.DueOn < place.Today(time)) throw new BadInput("council.day-is-over") { Pointer = "/dueOn" };
            if (task.PreparationId is not null && await db.One<string>("select status from council_preparation where id = @PreparationId for share", task,
                ct) != nameof(PreparationStatus.Preparing))
                throw new RuleViolation("council.preparation-over");
            var now = time.GetUtcNow();
            var id = Guid.CreateVersion7(now);
            var added = await db.Execute(Insert, new
            {
                id, command.OrganizationId, place.RegionCode, Kind = task.Kind.ToString(), task.Title, task.ResponsibleName, task.DueOn, task.PreparationId,
                task.ProgramId, task.AreaCode,
                Now = now.UtcDateTime,
            }, ct);
            if (added == 0) throw new RuleViolation("council.program-unknown");
            audit.About(place.OrganizationId, place.RegionCode, id, new CouncilTaskAdded(task.Kind), task.ProgramId);
            return new(id, CouncilTaskStatus.Open, 1);
        }
    }

    const string Insert = """
        insert into council_task (id, organization_id, region_code, kind, status, title, responsible_name, due_on, preparation_id, program_id, area_code,
            created_at)
        select @id, @OrganizationId, @RegionCode, @Kind, 'Open', @Title, @ResponsibleName, @DueOn, @PreparationId, @ProgramId, @AreaCode, @Now
         where @ProgramId::uuid is null or exists (select from program where id = @ProgramId and organization_id = @OrganizationId)
        """;
}
