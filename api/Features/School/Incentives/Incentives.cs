namespace Mentoring.Api.Features.School.Incentives;

/// <summary>Chapter: rewards that somebody proposes, the council supports and the head grants.</summary>
public static class Incentives
{
    public static void MapIncentives(this RouteGroupBuilder api)
    {
        var ofSchool = api.MapGroup("/organizations/{organizationId:guid}/council").WithTags("Councils");
        ListIncentives.Map(ofSchool);
        SumIncentives.Map(ofSchool);
        ProposeIncentive.Map(ofSchool);

        var council = api.MapGroup("/council").WithTags("Councils");
        ListMyIncentives.Map(council);
        DecideIncentiveAsCouncil.Map(council);
        DecideIncentiveAsHead.Map(council);
        WithdrawIncentive.Map(council);
    }
}

public enum IncentiveKind { Material, NonMaterial }

/// <summary>What stimulation does: it pays, it raises a person's place among colleagues, or it honours.</summary>
public enum IncentiveFunction { Economic, Social, Moral }

public enum IncentiveStatus { Proposed, Supported, NotSupported, Granted, Declined, Withdrawn }

public enum IncentiveStep { Support, NotSupport, Grant, Decline, Withdraw }
