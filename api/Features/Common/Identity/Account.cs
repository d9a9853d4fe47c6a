using Microsoft.AspNetCore.Identity;

namespace Mentoring.Api.Features.Common.Identity;

/// <summary>What a person signs in with. What the person may do stands in dated role assignments, not here.</summary>
public sealed class Account : IdentityUser<Guid>
{
    public Guid? PersonId { get; set; }

    public required string DisplayName { get; set; }

    /// <summary>The shared secret of the authenticator application, protected; it counts once two-factor sign-in is enabled.</summary>
    public string? TotpSecret { get; set; }

    /// <summary>The time step of the code that was accepted last: a code works once.</summary>
    public long? LastTotpStep { get; set; }

    public DateTime CreatedAt { get; set; }

    /// <summary>Since when nobody signs in with it; by whom and why stands beside it.</summary>
    public DateTime? BlockedAt { get; set; }
}
