using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Delegations;

/// <summary>Chapter: components of a school's system that another organization carries (the moving boundary of the contours).</summary>
public static class DelegationsChapter
{
    public static void AddDelegations(this IServiceCollection services) =>
        services.AddJob<TurnDelegations>("turn-delegations", job => job.Run(CancellationToken.None), TurnDelegations.Schedule);

    public static void MapDelegations(this RouteGroupBuilder api)
    {
        var ofOrganization = api.MapGroup("/organizations/{organizationId:guid}/delegations").Chapter("Delegations",
            "Components of a school's system that another body carries, from a day to a day.");
        ListDelegations.Map(ofOrganization);
        ProposeDelegation.Map(ofOrganization);

        var delegations = api.MapGroup("/delegations").WithTags("Delegations");
        AcceptDelegation.Map(delegations);
        DeclineDelegation.Map(delegations);
        WithdrawDelegation.Map(delegations);
        EndDelegation.Map(delegations);
    }
}

/// <summary>Where a delegation stands.</summary>
public enum DelegationStatus { Proposed, Accepted, InForce, Ended, Declined, Withdrawn }

/// <summary>What moves a delegation; the day moves it into force and out of it.</summary>
public enum DelegationStep { Accept, Decline, Withdraw, Begin, End }

/// <summary>How a delegation stands after a step.</summary>
/// <param name="EndsOn">The first day on which it is no longer in force.</param>
public sealed record DelegationState(DelegationStatus Status, DateOnly EndsOn, int Version);

/// <summary>Who takes a step: the school that hands over, or the organization that takes.</summary>
public enum DelegationSide { Giver, Taker }
