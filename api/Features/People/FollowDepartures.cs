using MediatR;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.People;

/// <summary>A role at an organization has ended: what follows is drawn by the platform, which sees the programs elsewhere too.</summary>
public sealed record RoleEnded(Guid OrganizationId) : IMessage;

/// <summary>
/// The hourly job that draws the consequences of employments and roles whose last day has passed, each by the calendar of
/// its own region; what ends today is followed at once by whoever ended it.
/// </summary>
public sealed class FollowDepartures(DueWork due, Db db, Caller caller, TimeProvider time) : IHandle<RoleEnded>
{
    public const string Schedule = "0 10 * * * *";

    public Task Handle(RoleEnded message, CancellationToken ct) => Follow($"'{message.OrganizationId}'", all: false, ct);

    public async Task Run(CancellationToken ct)
    {
        await Follow("null", all: true, ct);
        caller.BecomeJob(nameof(FollowDepartures));
        await using var transaction = await db.Begin(ct);
        await db.Execute(Leaving.Forget.Replace("@Organization", "null", StringComparison.Ordinal), new { Now = time.GetUtcNow().UtcDateTime }, ct);
        await transaction.CommitAsync(ct);
    }

    Task Follow(string organization, bool all, CancellationToken ct) => due.Each<Departure, Done>(nameof(FollowDepartures),
        Leaving.Due.Replace("@Organization", organization, StringComparison.Ordinal), one => new Command(one), all, ct);

    public sealed record Command(Departure Departure) : ICommand<Done>;

    public sealed class Handler(Leaving leaving) : IRequestHandler<Command, Done>
    {
        public async Task<Done> Handle(Command command, CancellationToken ct) =>
            await leaving.Follow(command.Departure, ct) ? new() : throw new RuleViolation("conflict.try-again");
    }
}
