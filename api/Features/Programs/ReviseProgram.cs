using System.Diagnostics.CodeAnalysis;
using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Programs;

/// <summary>Rewrites a draft.</summary>
public static class ReviseProgram
{
    public static void Map(RouteGroupBuilder programs) =>
        programs.MapPut("/{id:guid}", async (Guid id, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(id, body), ct)))
            .WithSummary("Rewrites a draft")
            .Operation(nameof(ReviseProgram), Permission.ProgramWrite);

    public record Body : ProgramPlan
    {
        /// <summary>The version that was read; another one answers 412.</summary>
        public required int Version { get; init; }
    }

    public sealed record Command : Body, ICommand<ProgramState>
    {
        [SetsRequiredMembers]
        public Command(Guid id, Body body) : base(body) => Id = id;

        public Guid Id { get; }
    }

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => Include(new ProgramPlan.Validator());
    }

    public sealed class Handler(Db db, Audit audit, TimeProvider time) : IRequestHandler<Command, ProgramState>
    {
        public async Task<ProgramState> Handle(Command command, CancellationToken ct)
        {
            command.Check();
            var program = await ProgramRow.Lock(db, command.Id, command.Version, null, ct);
            if (program.Status != ProgramStatus.Draft) throw new RuleViolation("program.not-draft");
            await ProgramPlanStore.CheckCodes(command, program.Today(time), db, ct);
            await db.ExecuteOne(Update, new
            {
                command.Id, command.Title, command.FormCode, command.KindCode, command.PurposeCode, command.StartsOn, command.EndsOn, command.Content,
                command.PayKopecks, Now = time.GetUtcNow().UtcDateTime,
            }, ct);
            await ProgramPlanStore.Write(command, program, program.Today(time), time, db, ct);
            audit.About(program.OrganizationId, program.RegionCode, program.Id, program.Id, new { version = program.Version + 1 });
            return program.State with { Version = program.Version + 1 };
        }
    }

    const string Update = """
        update program set title = @Title, form_code = @FormCode, kind_code = @KindCode, purpose_code = @PurposeCode, starts_on = @StartsOn,
               ends_on = @EndsOn, content = @Content, pay_kopecks = @PayKopecks, version = version + 1, updated_at = @Now
         where id = @Id
        """;
}
