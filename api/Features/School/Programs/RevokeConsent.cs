using FluentValidation;
using MediatR;
using Mentoring.Api.Features.Common.Calendar;
using Mentoring.Api.Features.Common.Identity;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>
/// A participant takes consent back. A program in force ends after the notice; one that is not in force yet goes back to
/// its authors at once.
/// </summary>
public static class RevokeConsent
{
    public static void Map(RouteGroupBuilder programs) =>
        programs.MapPost("/{programId:guid}/consents/revoke", async (Guid programId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(programId, body.Reason), ct)))
            .Operation(nameof(RevokeConsent), Permission.ProgramConsent);

    /// <param name="Reason">The notice's own words; at most 1,000 characters.</param>
    public sealed record Body(string Reason);

    public sealed record Command(Guid Id, string Reason) : ICommand<ProgramState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(1000);
    }

    sealed record Given(Guid Id);

    public sealed class Handler(Db db, FreshSignIn fresh, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, ProgramState>
    {
        public async Task<ProgramState> Handle(Command command, CancellationToken ct)
        {
            var proof = await fresh.Demand(ct);
            var program = await ProgramRow.Lock(db, command.Id, null, caller.Person, ct);
            var given = await db.Maybe<Given>(FindGiven, new { command.Id, caller.Person, Open }, ct)
                ?? throw new RuleViolation("consent.not-given");
            var today = program.Today(time);
            var calendar = await ProductionCalendar.Around(today, program.RegionCode, db, ct);
            var until = program.IsInForce ? Notice.Until(today, calendar) : (DateOnly?)null;

            await db.ExecuteOne(Revoke, new { given.Id, command.Reason, Until = until, Now = time.GetUtcNow().UtcDateTime }, ct);
            audit.About(program.OrganizationId, program.RegionCode, given.Id, new ConsentTakenBack(ConsentStatus.Revoked, until, proof.By), program.Id);
            if (until is { } day) return Notice.Told(await program.GiveNotice(day, command.Reason, db, time, ct), today, calendar);

            await Consents.Supersede(program.Id, db, ct);
            return (await program.Take(ProgramStep.ConsentWithdrawn, db, time, ct)).State;
        }
    }

    static readonly string[] Open = ConsentLifecycle.Steps.Before(ConsentStep.Revoke);

    const string FindGiven = "select id from consent where program_id = @Id and person_id = @Person and status = any(@Open)";
    const string Revoke = "update consent set status = 'Revoked', reason = @Reason, notice_until = @Until, decided_at = @Now where id = @Id";
}
