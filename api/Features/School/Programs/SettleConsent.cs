using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>
/// Settles a contested consent: upheld, it holds again; annulled, it never held, and the program goes back to its authors or, if it was in
/// force, ends. 403 <c>consent.settled-by-others</c> for whoever takes part in the program or had a hand in the person's account.
/// </summary>
public static class SettleConsent
{
    public static void Map(RouteGroupBuilder programs) =>
        programs.MapPost("/{programId:guid}/consents/{consentId:guid}/settle",
            async (Guid programId, Guid consentId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(programId, consentId, body.Outcome, body.Reason), ct)))
            .Operation(nameof(SettleConsent), Permission.ConsentSettle);

    /// <param name="Reason">What was found, for everybody who reads the program; at most 2,000 characters.</param>
    public sealed record Body(ContestOutcome Outcome, string Reason);

    public sealed record Command(Guid Id, Guid ConsentId, ContestOutcome Outcome, string Reason) : ICommand<ProgramState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(2000);
    }

    sealed record Contested(ConsentStatus Status, int TermsVersion, bool Involved);

    public sealed class Handler(Db db, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, ProgramState>
    {
        public async Task<ProgramState> Handle(Command command, CancellationToken ct)
        {
            var program = await ProgramRow.Lock(db, command.Id, null, caller.Person, ct);
            var contested = await db.One<Contested>(Find, new { command.Id, command.ConsentId, Account = caller.Id }, ct);
            var settled = ConsentLifecycle.Steps.Next(contested.Status,
                command.Outcome == ContestOutcome.Annulled ? ConsentStep.Annul : ConsentStep.Uphold);
            if (program.TakesPart || contested.Involved) throw new Forbidden("consent.settled-by-others");

            // Of terms that were changed meanwhile nothing holds any more, whoever signed them.
            var current = contested.TermsVersion == program.TermsVersion && program.Status != ProgramStatus.Draft;
            var status = settled == ConsentStatus.Given && !current ? ConsentLifecycle.Steps.Next(settled, ConsentStep.Lapse) : settled;
            await db.Execute(Settle, new
            {
                command.ConsentId, Status = status.ToString(), Outcome = command.Outcome.ToString(), command.Reason, By = caller.Id, ByName = caller.Name,
                Now = time.GetUtcNow().UtcDateTime,
            }, ct);
            audit.About(program.OrganizationId, program.RegionCode, command.ConsentId, new ContestSettled(command.Outcome), program.Id);
            return (current ? await Follow(program, command, ct) : program).State;
        }

        async Task<ProgramRow> Follow(ProgramRow program, Command command, CancellationToken ct)
        {
            if (command.Outcome == ContestOutcome.Upheld)
                return program.Status == ProgramStatus.Consent ? await Consents.Gathered(program, db, time, ct) : program;

            if (!ProgramLifecycle.Steps.Allows(program.Status, ProgramStep.ConsentAnnulled)) return program;
            var next = await program.Take(ProgramStep.ConsentAnnulled, db, time, ct);
            if (next.Status == ProgramStatus.Draft) await Consents.Supersede(program.Id, db, ct);
            else await db.ExecuteOne(End, new { program.Id, command.Reason, Now = time.GetUtcNow().UtcDateTime }, ct);
            return next;
        }
    }

    const string Find = $"""
        select c.status, c.terms_version, {Consents.Involved} involved from consent c where c.id = @ConsentId and c.program_id = @Id for update
        """;

    const string Settle = """
        update consent set status = @Status where id = @ConsentId;
        update consent_contest set outcome = @Outcome, reason = @Reason, settled_at = @Now, settled_by = @By, settled_by_name = @ByName
         where consent_id = @ConsentId and settled_at is null
        """;

    const string End = "update program set finished_at = @Now, finish_reason = @Reason where id = @Id";
}
