using System.Diagnostics.CodeAnalysis;
using FluentValidation;
using MediatR;
using Mentoring.Api.Features.School.Setup;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Programs;

/// <summary>Rewrites a draft: its curator, and both sides as they plan together. People and pay stay the curator's.</summary>
public static class ReviseProgram
{
    public static void Map(RouteGroupBuilder programs) =>
        programs.MapPut("/{programId:guid}", async (Guid programId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(programId, body), ct)))
            .Operation(nameof(ReviseProgram), Permission.ProgramPlan);

    public record Body : ProgramPlan
    {
        /// <summary>The version that was read; another one answers 412.</summary>
        public required int Version { get; init; }

        /// <summary>Why the plan changes; kept with its new version. At most 1,000 characters.</summary>
        public string? Reason { get; init; }
    }

    public sealed record Command : Body, ICommand<ProgramState>
    {
        [SetsRequiredMembers]
        public Command(Guid id, Body body) : base(body) => Id = id;

        public Guid Id { get; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator()
        {
            Include(new ProgramPlan.Validator());
            RuleFor(c => c.Reason).MaximumLength(1000);
        }
    }

    public sealed class Handler(Db db, PlanVersionStore versions, Audit audit, Caller caller, TimeProvider time) : IRequestHandler<Command, ProgramState>
    {
        public async Task<ProgramState> Handle(Command command, CancellationToken ct)
        {
            command.Check();
            var program = await ProgramRow.Lock(db, command.Id, command.Version, null, ct);
            if (program.Status != ProgramStatus.Draft) throw new RuleViolation("program.not-draft");
            var byCurator = caller.Grants.PermissionsFor(program.OrganizationId, program.Id).Contains(Permission.ProgramWrite);
            if (!byCurator) KeepsPeopleAndPay(command, await versions.Standing(program, ct));
            await ProgramPlanStore.CheckCodes(command, program.Today(time), db, ct);
            await FormsInUse.Check(command.FormCode, program.OrganizationId, program.Id, db, ct);
            await db.ExecuteOne(Update, new
            {
                command.Id, command.Title, command.FormCode, command.KindCode, command.PurposeCode, command.StartsOn, command.EndsOn, command.Content,
                command.PayKopecks, Now = time.GetUtcNow().UtcDateTime,
            }, ct);
            await ProgramPlanStore.Write(command, program, program.Today(time), byCurator, time, db, ct);
            await versions.Keep(program, command.Reason, ct);
            audit.About(program.OrganizationId, program.RegionCode, program.Id, new ProgramRevised(program.Version + 1), program.Id);
            return program.State with { Version = program.Version + 1 };
        }
    }

    static void KeepsPeopleAndPay(ProgramPlan plan, PlanSnapshot standing)
    {
        var people = standing.Participants.Select(p => new ProgramPlan.Participant(p.PersonId, p.Role));
        if (plan.PayKopecks != standing.PayKopecks || !people.ToHashSet().SetEquals(plan.Participants)) throw new Forbidden("program.people-by-curator");
    }

    const string Update = """
        update program set title = @Title, form_code = @FormCode, kind_code = @KindCode, purpose_code = @PurposeCode, starts_on = @StartsOn,
               ends_on = @EndsOn, content = @Content, pay_kopecks = @PayKopecks, version = version + 1, updated_at = @Now
         where id = @Id
        """;
}
