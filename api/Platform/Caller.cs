namespace Mentoring.Api.Platform;

/// <summary>
/// Who is calling: a person's account, another system, or a job of the platform. Filled once, before the use case runs.
/// </summary>
public sealed class Caller
{
    public Scope Scope { get; private set; } = Scope.None;

    /// <summary>The account's id or the client's id; the job's name for jobs.</summary>
    public string Id => Scope.Account;

    /// <summary>The name that documents and the audit trail show.</summary>
    public string Name { get; private set; } = "";

    /// <summary>All that the caller holds, for <c>GET /me</c>.</summary>
    public Grants Grants { get; private set; } = Grants.None;

    /// <summary>The caller as a person; systems and jobs have none, and what only a person can do is not theirs.</summary>
    public Guid Person => Scope.Person ?? throw new Forbidden("caller.not-a-person");

    /// <summary>The sign-in behind the request.</summary>
    public CurrentSession Session { get; private set; } = CurrentSession.None;

    /// <summary>With another permission than the one that the operation asks for.</summary>
    public bool May(Permission permission, Guid organization) => Grants.For(permission)?.Reaches(organization) == true;

    public void Become(Grants grants, Scope scope, CurrentSession? session = null)
    {
        Grants = grants;
        Session = session ?? CurrentSession.None;
        Name = grants.Name;
        Scope = scope;
    }

    /// <summary>A job works on every row under its own name.</summary>
    public void BecomeJob(string job)
    {
        Name = job;
        Scope = Scope.Platform(job);
    }
}
