using FluentValidation;
using MediatR;
using Mentoring.Api.Features.Common.Identity;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>
/// "I did not sign this": the person disputes a consent that stands, or stood until the terms changed, in their name. Until it is
/// settled the program is not approved, and one in force rests.
/// </summary>
public static class ContestConsent
{
    public static void Map(RouteGroupBuilder programs) =>
        programs.MapPost("/{programId:guid}/consents/{consentId:guid}/contest",
            async (Guid programId, Guid consentId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(programId, consentId, body.Words), ct)))
            .Operation(nameof(ContestConsent), Permission.ProgramConsent);

    /// <param name="Words">What happened, in the person's own words; at most 1,000 characters.</param>
    public sealed record Body(string Words);

    public sealed record Command(Guid Id, Guid ConsentId, string Words) : ICommand<ProgramState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Words).NotEmpty().MaximumLength(1000);
    }

    sealed record Signed(ConsentStatus Status, DateTime? DecidedAt);

    public sealed class Handler(Db db, FreshSignIn fresh, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, ProgramState>
    {
        public async Task<ProgramState> Handle(Command command, CancellationToken ct)
        {
            await fresh.Demand(ct);
            var program = await ProgramRow.Lock(db, command.Id, null, caller.Person, ct);
            var signed = await db.One<Signed>(Find, new { command.Id, command.ConsentId, caller.Person }, ct);
            if (!Consents.MayBeContested(signed.Status, signed.DecidedAt)) throw new RuleViolation("consent.not-given");

            var now = time.GetUtcNow();
            await db.Execute(Contest, new { Contest = Guid.CreateVersion7(now), command.ConsentId, command.Words, By = caller.Id, Now = now.UtcDateTime }, ct);
            audit.About(program.OrganizationId, program.RegionCode, command.ConsentId, new ConsentQuestioned(), program.Id);
            if (signed.Status != ConsentStatus.Given || !ProgramLifecycle.Steps.Allows(program.Status, ProgramStep.ConsentContested)) return program.State;
            return (await program.Take(ProgramStep.ConsentContested, db, time, ct)).State;
        }
    }

    const string Find = "select status, decided_at from consent where id = @ConsentId and program_id = @Id and person_id = @Person for update";

    const string Contest = """
        update consent set status = 'Contested' where id = @ConsentId;
        insert into consent_contest (region_code, id, consent_id, program_id, organization_id, person_id, words, contested_at, contested_by)
        select region_code, @Contest, id, program_id, organization_id, person_id, @Words, @Now, @By from consent where id = @ConsentId
        """;
}
