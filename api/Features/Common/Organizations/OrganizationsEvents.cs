using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Organizations;

public sealed record OrganizationKindChanged([Capital, Code] string Kind, [Capital] DateOnly On) : IEvent;

public sealed record SuccessorCorrected(Guid? Successor, [Code] string? Guessed, DateOnly On) : IEvent;

public sealed record OrganizationEndKnown(
    [Capital, Number] EndOrganization.How How, [Capital] DateOnly On, [Capital, Number] StaffFate Staff, IReadOnlyList<Guid> Successors) : IEvent;

public sealed record OrganizationMoved([Capital, Code] string TerritoryCode, [Capital] DateOnly On) : IEvent;

public sealed record MunicipalitySet([Capital, Code] string TerritoryCode) : IEvent;

public sealed record OrganizationEndVoided(DateOnly EndVoid) : IEvent;

public sealed record OrganizationEndUndone([Capital] DateOnly EndedOn) : IEvent;

public sealed record OrganizationEndSettled(OrganizationEndSettled.Consequences Settled, [Capital] DateOnly On) : IEvent
{
    /// <summary>What became of what the organization had, in numbers.</summary>
    public sealed record Consequences([Capital] Guid Id, bool Released, Guid? Heir, int People, int Carried, int Ended, int Requests, int Roles, int Imports,
        int ContractsCarried, int Contracts, int Delegations);
}
