using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Profiles;

/// <summary>A mentee reaches a step of the own design, and says what it gave.</summary>
public static class ReachSelfStep
{
    public static void Map(RouteGroupBuilder steps) =>
        steps.MapPut("/done", async (Guid stepId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(stepId, body.Reflection), ct)))
            .Operation(nameof(ReachSelfStep), Permission.ProfileOwn);

    /// <param name="Reflection">At most 2000 characters.</param>
    public sealed record Body(string Reflection);

    public sealed record Command(Guid Id, string Reflection) : ICommand<Result>;

    public sealed record Result(Guid Id, DateOnly DoneOn, string Reflection);

    sealed record Row(Guid OrganizationId, string RegionCode, Guid PersonId, string TimeZone);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reflection).NotEmpty().MaximumLength(2000);
    }

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var row = await db.One<Row>(Find, new { command.Id }, ct);
            var today = RegionTime.Today(row.TimeZone, time);
            await db.ExecuteOne("update self_step set done_on = coalesce(done_on, @today), reflection = @Reflection where id = @Id",
                new { command.Id, command.Reflection, today }, ct);
            audit.About(row.OrganizationId, row.RegionCode, row.PersonId, new SelfStepReached(command.Id));
            return new(command.Id, today, command.Reflection);
        }
    }

    const string Find = """
        select s.organization_id, s.region_code, s.person_id, t.time_zone from self_step s join organization_zone t on t.place_id = s.organization_id
         where s.id = @Id and s.dropped_on is null for update of s
        """;
}
