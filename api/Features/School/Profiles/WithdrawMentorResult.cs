using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Profiles;

/// <summary>Takes a stated result back. A confirmed one stays: the confirmation rests on it.</summary>
public static class WithdrawMentorResult
{
    public static void Map(RouteGroupBuilder results) =>
        results.MapPost("/withdraw", async (Guid resultId, Body body, IMediator mediator, CancellationToken ct) =>
            {
                await mediator.Send(new Command(resultId, body.Version), ct);
                return TypedResults.NoContent();
            })
            .Operation(nameof(WithdrawMentorResult), Permission.ProfileOwn);

    public sealed record Body(int Version);

    public sealed record Command(Guid Id, int Version) : ICommand<Done>;

    public sealed class Handler(Db db, Audit audit) : IRequestHandler<Command, Done>
    {
        public async Task<Done> Handle(Command command, CancellationToken ct)
        {
            var row = await MentorResultRow.Lock(db, command.Id, command.Version, ct);
            row.Next(MentorResultStatus.Withdrawn);
            await db.ExecuteOne("update mentor_result set status = 'Withdrawn', version = version + 1 where id = @Id", new { row.Id }, ct);
            audit.About(row.OrganizationId, row.RegionCode, row.PersonId, new MentorResultWithdrawn(row.Id));
            return new();
        }
    }
}
