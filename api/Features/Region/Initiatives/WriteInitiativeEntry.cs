using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Initiatives;

/// <summary>Somebody in an initiative writes to the others, or answers one of them.</summary>
public static class WriteInitiativeEntry
{
    public static void Map(RouteGroupBuilder initiative) =>
        initiative.MapPost("/entries", async (Guid initiativeId, Body body, IMediator mediator, CancellationToken ct) =>
            {
                var made = await mediator.Send(new Command(initiativeId, body.Text, body.AnswerTo), ct);
                return TypedResults.Created($"/api/v1/initiatives/{initiativeId}/entries", made);
            })
            .Operation(nameof(WriteInitiativeEntry), Permission.InitiativeWork);

    /// <param name="Text">At most 4,000 characters.</param>
    /// <param name="AnswerTo">The entry that it answers.</param>
    public sealed record Body(string Text, Guid? AnswerTo = null);

    public sealed record Command(Guid Id, string Text, Guid? AnswerTo) : ICommand<Result>;

    public sealed record Result(Guid Id);

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Text).NotEmpty().MaximumLength(4000);
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, Result>
    {
        public async Task<Result> Handle(Command command, CancellationToken ct)
        {
            var row = await InitiativeRow.Join(command.Id, db, caller, time, ct);
            if (command.AnswerTo is not null && !await db.One<bool>(
                "select exists (select from initiative_entry where initiative_id = @Id and id = @AnswerTo)", new { command.Id, command.AnswerTo }, ct))
                throw new BadInput("initiative.entry-unknown") { Pointer = "/answerTo" };
            var now = time.GetUtcNow();
            var id = Guid.CreateVersion7(now);
            await db.ExecuteOne(Insert, new
            {
                row.RegionCode, Entry = id, row.Id, command.AnswerTo, Text = command.Text.Trim(), caller.Person, caller.Name, Now = now.UtcDateTime,
            }, ct);
            row.Tell(audit, new InitiativeWritten());
            return new(id);
        }
    }

    const string Insert = """
        insert into initiative_entry (region_code, id, initiative_id, answer_to, text, author_id, author_name, written_at)
        values (@RegionCode, @Entry, @Id, @AnswerTo, @Text, @Person, @Name, @Now)
        """;
}
