using Mentoring.Api.Features.Common.People;

namespace Mentoring.Api.Features.Common.Organizations;

/// <summary>An organization that ends; the names are those of parameters in the areas' SQL.</summary>
/// <param name="Heir">Whoever takes over first; null where nobody does.</param>
/// <param name="Reason">In words, for whoever looks at what ended.</param>
public sealed record Ending(Guid Organization, string Region, Guid? Heir, DateOnly On, DateTime Now, string Reason);

/// <summary>What one successor takes over.</summary>
/// <param name="First">The successor that was named, and not one of the parts besides.</param>
/// <param name="WithPeople">Whoever works there goes over too: by now they are employed there, in <c>handed_over</c>.</param>
public sealed record Inheritance(
    Guid Organization, string Region, Guid Heir, string HeirRegion, bool First, bool WithPeople, DateOnly On, DateTime Now, string Reason)
{
    /// <summary>A row does not leave its region: what is bound to one ends where the successor is in another.</summary>
    public bool InRegion => HeirRegion == Region;
}

/// <summary>How much went over and how much ended, as the organization's page tells it.</summary>
public sealed class Settlement
{
    public int Carried { get; set; }
    public int Ended { get; set; }
    public int ContractsCarried { get; set; }
    public int Contracts { get; set; }
    public int Delegations { get; set; }
}

/// <summary>What follows in one area when an organization ends: declared beside its rows, found by itself. None counts on another.</summary>
public interface IFollowEnd
{
    /// <summary>To each successor, once people are employed there.</summary>
    Task HandOver(Inheritance all, Settlement counts, CancellationToken ct) => Task.CompletedTask;

    /// <summary>What nobody took over; before <see cref="Leaving"/> follows those who worked there.</summary>
    Task Close(Ending all, Settlement counts, CancellationToken ct) => Task.CompletedTask;
}
