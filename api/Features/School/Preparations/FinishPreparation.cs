using FluentValidation;
using MediatR;
using Mentoring.Api.Features.School.Councils;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Preparations;

/// <summary>Says what came of a preparation: people took part, or it was called off.</summary>
public static class FinishPreparation
{
    public static void Map(RouteGroupBuilder council) =>
        council.MapPost("/preparations/{preparationId:guid}/finish", async (Guid preparationId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(preparationId, body.Version, body.Status, body.Result), ct)))
            .Operation(nameof(FinishPreparation), Permission.CouncilWork);

    /// <param name="Status">`TookPart`, from the day of the event on, or `Cancelled`.</param>
    /// <param name="Result">At most 2,000 characters.</param>
    public sealed record Body(int Version, PreparationStatus Status, string Result);

    public sealed record Command(Guid Id, int Version, PreparationStatus Status, string Result) : ICommand<CouncilState<PreparationStatus>>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.Status).NotEqual(PreparationStatus.Preparing);
            RuleFor(c => c.Result).NotEmpty().MaximumLength(2000);
        }
    }

    sealed record Row(Guid OrganizationId, string RegionCode, PreparationStatus Status, DateOnly StartsOn, int Version, string TimeZone) : IVersioned;

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, CouncilState<PreparationStatus>>
    {
        public async Task<CouncilState<PreparationStatus>> Handle(Command command, CancellationToken ct)
        {
            var row = await db.Lock<Row>(Lock, command, command.Version, ct);
            Preparations.Moves.Next(row.Status, command.Status);
            if (command.Status == PreparationStatus.TookPart
                && row.StartsOn > RegionTime.Today(row.TimeZone, time)) throw new RuleViolation("council.preparation-ahead");
            await db.ExecuteOne("update council_preparation set status = @Status, result = @Result, version = version + 1 where id = @Id",
                new { command.Id, Status = command.Status.ToString(), command.Result }, ct);
            audit.About(row.OrganizationId, row.RegionCode, command.Id, new PreparationFinished(command.Status));
            return new(command.Id, command.Status, row.Version + 1);
        }
    }

    const string Lock = """
        select p.organization_id, p.region_code, p.status, p.starts_on, p.version, t.time_zone
          from council_preparation p join organization_zone t on t.place_id = p.organization_id where p.id = @Id for update of p
        """;
}
