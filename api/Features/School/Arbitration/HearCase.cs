using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Arbitration;

/// <summary>An arbiter begins the hearing and says how it goes.</summary>
public static class HearCase
{
    public static void Map(RouteGroupBuilder cases) =>
        cases.MapPost("/{caseId:guid}/hear", async (Guid caseId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(caseId, body.Version, body.Note), ct)))
            .Operation(nameof(HearCase), Permission.CaseOpen);

    /// <param name="Note">When and how both sides are heard; at most 4,000 characters.</param>
    public sealed record Body(int Version, string Note);

    public sealed record Command(Guid Id, int Version, string Note) : ICommand<CaseState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Note).NotEmpty().MaximumLength(4000);
    }

    public sealed class Handler(Db db, Caller caller, CaseBook book) : IRequestHandler<Command, CaseState>
    {
        public async Task<CaseState> Handle(Command command, CancellationToken ct)
        {
            var row = await CaseRow.Lock(db, command.Id, command.Version, ct);
            row.MustBeArbiter(caller.Person);
            return await book.Take(row, CaseStep.Hear, CaseEntryKind.Heard, command.Note, ct);
        }
    }
}
