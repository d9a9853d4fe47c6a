using FluentValidation;
using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Initiatives;

/// <summary>Whoever reads the card of an initiative asks to be let in; the leader decides.</summary>
public static class AskToJoinInitiative
{
    public static void Map(RouteGroupBuilder initiative) =>
        initiative.MapPost("/ask", async (Guid initiativeId, Body body, IMediator mediator, CancellationToken ct) =>
                TypedResults.Ok(await mediator.Send(new Command(initiativeId, body.OrganizationId, body.Note), ct)))
            .Operation(nameof(AskToJoinInitiative), Permission.InitiativeWork);

    /// <param name="OrganizationId">Where the caller works and joins from.</param>
    /// <param name="Note">For the leader, in a few words: at most 1,000 characters.</param>
    public sealed record Body(Guid OrganizationId, string? Note = null);

    public sealed record Command(Guid Id, Guid OrganizationId, string? Note) : ICommand<InitiativeMemberState>;

    public sealed class Validator : AbstractValidator<Command>
    {
        public Validator() => RuleFor(c => c.Note).MaximumLength(1000);
    }

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, InitiativeMemberState>
    {
        public async Task<InitiativeMemberState> Handle(Command command, CancellationToken ct)
        {
            var row = await InitiativeRow.Of(command.Id, db, time, ct);
            var place = await Place.Of(command.OrganizationId, db, caller, ct);
            InitiativeLife.Steps.Next(row.Status, InitiativeStep.Gather);
            var now = time.GetUtcNow();
            var member = Guid.CreateVersion7(now);
            await db.ExecuteOne(Insert, new
            {
                row.RegionCode, Member = member, row.Id, caller.Person, caller.Name, place.OrganizationId,
                Note = string.IsNullOrWhiteSpace(command.Note) ? null : command.Note.Trim(), Now = now.UtcDateTime,
            }, ct);
            row.Tell(audit, member, new InitiativeAsked());
            return new(member, InitiativeMemberStatus.Asked);
        }
    }

    const string Insert = """
        insert into initiative_member (region_code, id, initiative_id, person_id, person_name, organization_id, status, note, asked_at)
        values (@RegionCode, @Member, @Id, @Person, @Name, @OrganizationId, 'Asked', @Note, @Now)
        """;
}
