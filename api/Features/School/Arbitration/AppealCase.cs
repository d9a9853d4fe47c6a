using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Arbitration;

/// <summary>The complainant appeals against a decision within ten days; other members then hear the case.</summary>
public static class AppealCase
{
    public static void Map(RouteGroupBuilder cases) =>
        cases.MapPost("/{caseId:guid}/appeal", async (Guid caseId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(caseId, body.Version, body.Grounds), ct)))
            .Operation(nameof(AppealCase), Permission.CaseOpen);

    /// <param name="Grounds">What is wrong with the decision; at most 4,000 characters.</param>
    public sealed record Body(int Version, string Grounds);

    public sealed record Command(Guid Id, int Version, string Grounds) : ICommand<CaseState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Grounds).NotEmpty().MaximumLength(4000);
    }

    public sealed class Handler(Db db, Caller caller, CaseBook book, TimeProvider time) : IRequestHandler<Command, CaseState>
    {
        public async Task<CaseState> Handle(Command command, CancellationToken ct)
        {
            var row = await CaseRow.Lock(db, command.Id, command.Version, ct);
            row.MustBeComplainant(caller.Person);
            if (row.Status == CaseStatus.Decided && !row.MayAppeal(time)) throw new RuleViolation("case.appeal-late", ("days", CaseLifecycle.DaysToAppeal));
            var state = await book.Take(row, CaseStep.Appeal, CaseEntryKind.Appealed, command.Grounds, ct);
            await db.ExecuteOne("update arbitration_case set former_arbiters = arbiter_ids, arbiter_ids = '{}', arbiter_names = '{}' where id = @Id",
                command, ct);
            if (row.About != CaseAbout.CouncilChair) return state;

            // The chair cannot name anybody here: the next one who has sat longest takes over.
            var again = await CaseRow.Lock(db, command.Id, state.Version, ct);
            var arbiters = await book.Candidates(again, ct);
            if (arbiters.Count == 0) throw new RuleViolation("case.nobody-to-hear");
            await book.Name(again, [arbiters[0]], ct);
            return await book.Take(again, CaseStep.Assign, CaseEntryKind.Assigned, arbiters[0].Name, ct);
        }
    }
}
