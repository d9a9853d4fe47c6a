using FluentValidation;
using MediatR;
using Mentoring.Api.Features.Common.Identity;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>
/// A participant consents to the terms, or refuses. Refusing has no consequence but that the draft goes back to its
/// authors (Labour Code, article 351.8). It is a signature: the person signed in just now, and how is kept with it.
/// </summary>
public static class DecideConsent
{
    public static void Map(RouteGroupBuilder programs) =>
        programs.MapPost("/{programId:guid}/consents/decide", async (Guid programId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(programId, body.Given, body.TermsVersion, body.TermsHash, body.Reason), ct)))
            .Operation(nameof(DecideConsent), Permission.ProgramConsent);

    /// <param name="TermsVersion">The terms that the person saw; others answer 409 `consent.terms-changed`.</param>
    /// <param name="TermsHash">The hash shown with them.</param>
    /// <param name="Reason">Why not; nobody has to say. At most 1,000 characters.</param>
    public sealed record Body(bool Given, int TermsVersion, string TermsHash, string? Reason = null);

    public sealed record Command(Guid Id, bool Given, int TermsVersion, string TermsHash, string? Reason) : ICommand<ProgramState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            RuleFor(c => c.TermsHash).Matches("^[0-9a-f]{64}$");
            RuleFor(c => c.Reason).MaximumLength(1000);
        }
    }

    sealed record Asked(Guid Id, int TermsVersion, string TermsHash);

    public sealed class Handler(Db db, FreshSignIn fresh, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, ProgramState>
    {
        public async Task<ProgramState> Handle(Command command, CancellationToken ct)
        {
            var proof = await fresh.Demand(ct);
            var program = await ProgramRow.Lock(db, command.Id, null, caller.Person, ct);
            var asked = await db.Maybe<Asked>(FindAsked, new { command.Id, caller.Person }, ct) ?? throw new RuleViolation("consent.not-asked");
            if (asked.TermsVersion != command.TermsVersion || asked.TermsHash != command.TermsHash) throw new RuleViolation("consent.terms-changed");

            var status = ConsentLifecycle.Steps.Next(ConsentStatus.Requested, command.Given ? ConsentStep.Give : ConsentStep.Refuse);
            await db.ExecuteOne(Decide, new
            {
                asked.Id, Status = status.ToString(), command.Reason, Now = time.GetUtcNow().UtcDateTime,
                proof.By, proof.At, proof.Session, proof.Account, proof.Invitation,
            }, ct);
            audit.About(program.OrganizationId, program.RegionCode, asked.Id,
                new ConsentDecided(status, asked.TermsVersion, asked.TermsHash, proof.By), program.Id);

            if (command.Given) return (await Consents.Gathered(program, db, time, ct)).State;
            await Consents.Supersede(program.Id, db, ct);
            return (await program.Take(ProgramStep.ConsentRefused, db, time, ct)).State;
        }
    }

    const string FindAsked = "select id, terms_version, terms_hash from consent where program_id = @Id and person_id = @Person and status = 'Requested'";
    const string Decide = """
        update consent set status = @Status, reason = @Reason, decided_at = @Now,
               identified_by = @By, identified_at = @At, session_id = @Session, account_id = @Account, invitation_id = @Invitation
         where id = @Id
        """;
}
