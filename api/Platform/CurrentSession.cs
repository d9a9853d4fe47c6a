namespace Mentoring.Api.Platform;

/// <summary>The sign-in behind a request.</summary>
/// <param name="Id">Absent for systems, and where another identity provider keeps the session.</param>
/// <param name="ConfirmedAt">
/// When the person last proved who they are, in UTC: by signing in or by confirming it; what another provider says in
/// <c>auth_time</c>. Seconds old: a rule that hangs on it asks <c>Sessions.DemandConfirmed</c>.
/// </param>
public sealed record CurrentSession(Guid? Id, DateTime? ConfirmedAt)
{
    public static readonly CurrentSession None = new(null, null);

    /// <summary>Unseen for so long, a session is over.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(8);
}

/// <summary>The token was ours, and its session has ended.</summary>
public sealed class SessionEnded() : Problem(401, "session.ended");
