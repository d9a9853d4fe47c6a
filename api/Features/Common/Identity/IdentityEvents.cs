using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.Identity;

public sealed record HolderBlocked(Guid Account, BlockReason Reason) : IEvent;

public sealed record PasswordChanged(Guid Account) : IEvent;

public sealed record IdentityConfirmed(Guid Account, Guid? Session) : IEvent;

public sealed record TotpConfirmed(Guid Account) : IEvent;

public sealed record TotpDisabled(Guid Account) : IEvent;

public sealed record SessionsEnded(Guid Account, int Ended) : IEvent;

public sealed record AssignmentEnded(Role Role, DateOnly EndedOn) : IEvent;

public sealed record OwnSessionEnded(Guid Account, Guid Session) : IEvent;

public sealed record OwnSessionsEnded(Guid Account, int Ended) : IEvent;

public sealed record AssignmentGranted([Capital] Guid AccountId, Role Role, [Capital, Code] string? TerritoryCode) : IEvent;

public sealed record AssignmentProposed([Capital] Guid AccountId, Role Role, bool Proposed = true) : IEvent;

public sealed record InvitationHandedOver(Guid Invitation, Guid Account, IdentityDocument Document) : IEvent;

public sealed record AccountInvited(Guid Account, [Capital] Guid? PersonId, Guid Invitation, Delivery Delivery) : IEvent;

public sealed record ClientRegistered([Code] string ClientId, bool Signs) : IEvent;

public sealed record InvitationRenewed(Guid Account, Guid Invitation, Delivery Delivery) : IEvent;

public sealed record SecondFactorReset(Guid Account) : IEvent;

public sealed record ClientRevoked([Capital, Code] string ClientId) : IEvent;

public sealed record RoleProposalMoved(RoleProposalStep Step, Role Role, [Capital] Guid AccountId) : IEvent;

public sealed record PasswordLinkSent(Guid Account) : IEvent;

public sealed record PasswordSet(Guid Account, Guid Invitation) : IEvent;

public sealed record TotpStarted(Guid Account) : IEvent;

public sealed record HolderUnblocked(Guid Account) : IEvent;

public sealed record HolderUnlocked(Guid Account) : IEvent;

public sealed record InvitationWithdrawn(Guid Invitation, Guid Account) : IEvent;
