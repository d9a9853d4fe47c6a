using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Councils;

/// <summary>Says what came of a task: done, or dropped and why.</summary>
public static class FinishCouncilTask
{
    public static void Map(RouteGroupBuilder council) =>
        council.MapPost("/tasks/{taskId:guid}/finish", async (Guid taskId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(taskId, body.Version, body.Status, body.Result), ct)))
            .Operation(nameof(FinishCouncilTask), Permission.CouncilWork);

    /// <param name="Status">`Done` or `Dropped`.</param>
    /// <param name="Result">What came of it, or why it was dropped; at most 2,000 characters.</param>
    public sealed record Body(int Version, CouncilTaskStatus Status, string Result);

    public sealed record Command(Guid Id, int Version, CouncilTaskStatus Status, string Result) : ICommand<CouncilState<CouncilTaskStatus>>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Status).NotEqual(CouncilTaskStatus.Open);
            RuleFor(c => c.Result).NotEmpty().MaximumLength(2000);
        }
    }

    sealed record Row(Guid OrganizationId, string RegionCode, CouncilTaskStatus Status, int Version, string TimeZone) : IVersioned;

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, CouncilState<CouncilTaskStatus>>
    {
        public async Task<CouncilState<CouncilTaskStatus>> Handle(Command command, CancellationToken ct)
        {
            var row = await db.Lock<Row>(Lock, command, command.Version, ct);
            CouncilLifecycles.Task.Next(row.Status, command.Status);
            await db.ExecuteOne("update council_task set status = @Status, result = @Result, finished_on = @Today, version = version + 1 where id = @Id",
                new { command.Id, Status = command.Status.ToString(), command.Result, Today = RegionTime.Today(row.TimeZone, time) }, ct);
            audit.About(row.OrganizationId, row.RegionCode, command.Id, new CouncilTaskFinished(command.Status));
            return new(command.Id, command.Status, row.Version + 1);
        }
    }

    const string Lock = """
        select k.organization_id, k.region_code, k.status, k.version, t.time_zone
          from council_task k join organization_zone t on t.place_id = k.organization_id where k.id = @Id for update of k
        """;
}
