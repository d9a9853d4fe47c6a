using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Psychology;

/// <summary>Puts something into the psychologist's plan.</summary>
public static class AddPsychologyTask
{
    public static void Map(RouteGroupBuilder work) =>
        work.MapPost("/tasks", async (Guid organizationId, Body body, IMediator mediator, CancellationToken ct) =>
            {
                var added = await mediator.Send(new Command(organizationId, body.Direction, body.Text, body.Methods, body.DueOn), ct);
                return TypedResults.Created($"/api/v1/organizations/{organizationId}/psychology/tasks", added);
            })
            .Operation(nameof(AddPsychologyTask), Permission.PsychologyWork);

    /// <param name="Text">At most 1,000 characters.</param>
    /// <param name="Methods">Codes of the dictionary `psychology-method`, at most 10.</param>
    public sealed record Body(TaskDirection Direction, string Text, IReadOnlyList<string> Methods, DateOnly DueOn);

    public sealed record Command(Guid OrganizationId, TaskDirection Direction, string Text, IReadOnlyList<string> Methods, DateOnly DueOn) : ICommand<Result>;

    public sealed record Result(Guid Id);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Text).IsText(1000);
            RuleFor(c => c.Methods).AreMethods();
        }
    }

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var place = await Place.Of(command.OrganizationId, db, caller, ct);
            await PsychologyText.Check(PsychologyText.Methods, command.Methods, db, ct);
            var id = Guid.CreateVersion7(time.GetUtcNow());
            await db.ExecuteOne("""
                insert into psychology_task (id, organization_id, region_code, direction, text, methods, due_on)
                values (@id, @OrganizationId, @RegionCode, @Direction, @Text, @Methods, @DueOn)
                """, new
            {
                id, place.OrganizationId, place.RegionCode, Direction = command.Direction.ToString(), command.Text, Methods = command.Methods.ToArray(),
                command.DueOn,
            }, ct);
            audit.About(place.OrganizationId, place.RegionCode, id, new PsychologyTaskAdded());
            return new(id);
        }
    }
}
