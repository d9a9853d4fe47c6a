using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Matching;

/// <summary>Settles a mentee's mentor, so that every proposal keeps the pair.</summary>
public static class LockMatch
{
    public static void Map(RouteGroupBuilder matching) =>
        matching.MapPut("/mentees/{menteeId:guid}/lock", async (Guid organizationId, Guid menteeId, Body body, IMediator mediator, CancellationToken ct) =>
            {
                await mediator.Send(new Command(organizationId, menteeId, body.MentorId), ct);
                return TypedResults.NoContent();
            })
            .Operation(nameof(LockMatch), Permission.MatchManage);

    public sealed record Body(Guid MentorId);

    public sealed record Command(Guid OrganizationId, Guid MenteeId, Guid MentorId) : ICommand<Done>;

    sealed record Veto(Guid Id);

    public sealed class Handler(Db db, Caller caller, Audit audit, TimeProvider time) : IRequestHandler<Command, Done>
    {
        public async Task<Done> Handle(Command command, CancellationToken ct)
        {
            var region = await MatchCheck.Both(db, caller, time, command.OrganizationId, command.MentorId, command.MenteeId, ct);
            if (await db.Maybe<Veto>(Vetoed, command, ct) is not null) throw new RuleViolation("match.vetoed");
            var now = time.GetUtcNow();
            var id = Guid.CreateVersion7(now);
            await db.Execute(Sql, new { id, command.OrganizationId, region, command.MentorId, command.MenteeId, Now = now.UtcDateTime }, ct);
            audit.About(command.OrganizationId, region, command.MenteeId, new MatchLocked(command.MentorId));
            return new();
        }
    }

    const string Vetoed = """
        select id from match_veto where organization_id = @OrganizationId and mentor_id = @MentorId and mentee_id = @MenteeId and lifted_at is null
        """;

    const string Sql = """
        update match_lock set released_at = @Now where organization_id = @OrganizationId and mentee_id = @MenteeId and released_at is null;
        insert into match_lock (id, organization_id, region_code, mentor_id, mentee_id, set_at) values (@id, @OrganizationId, @region, @MentorId, @MenteeId,
            @Now)
        """;
}
