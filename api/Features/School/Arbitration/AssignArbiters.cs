using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Arbitration;

/// <summary>The chair names who hears a case; after an appeal, others than those who decided it.</summary>
public static class AssignArbiters
{
    public static void Map(RouteGroupBuilder cases) =>
        cases.MapPut("/{caseId:guid}/arbiters", async (Guid caseId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(caseId, body.Version, body.PersonIds), ct)))
            .Operation(nameof(AssignArbiters), Permission.CaseArbitrate);

    /// <param name="PersonIds">1 to 5 members of the council.</param>
    public sealed record Body(int Version, IReadOnlyList<Guid> PersonIds);

    public sealed record Command(Guid Id, int Version, IReadOnlyList<Guid> PersonIds) : ICommand<CaseState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.PersonIds).Must(ids => ids.Count is > 0 and <= 5 && ids.Distinct().Count() == ids.Count);
    }

    public sealed class Handler(Db db, Caller caller, CaseBook book) : IRequestHandler<Command, CaseState>
    {
        public async Task<CaseState> Handle(Command command, CancellationToken ct)
        {
            var row = await CaseRow.Lock(db, command.Id, command.Version, ct);
            caller.Scope.MustReach(row.OrganizationId);
            if (row.ComplainantId == caller.Person) throw new Forbidden("case.own");
            var candidates = await book.Candidates(row, ct);
            var arbiters = candidates.Where(a => command.PersonIds.Contains(a.PersonId)).ToList();
            if (arbiters.Count != command.PersonIds.Count) throw new BadInput("case.cannot-hear") { Pointer = "/personIds" };
            await book.Name(row, arbiters, ct);
            return await book.Take(row, CaseStep.Assign, CaseEntryKind.Assigned, string.Join(", ", arbiters.Select(a => a.Name)), ct);
        }
    }
}
