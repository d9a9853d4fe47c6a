using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Entitlements;

/// <summary>Chapter: the measures of support that young specialists are entitled to.</summary>
public static class Entitlements
{
    public static void MapEntitlements(this RouteGroupBuilder api)
    {
        ListEntitlements.Map(api.MapGroup("/organizations/{organizationId:guid}/entitlements").Chapter("Entitlements",
            "Measures of support of young specialists, each with its legal source."));
        GrantEntitlement.Map(api.MapGroup("/organizations/{organizationId:guid}/people/{personId:guid}/entitlements").WithTags("Entitlements"));
        var one = api.MapGroup("/entitlements/{entitlementId:guid}").WithTags("Entitlements");
        ReviseEntitlement.Map(one);
        EndEntitlement.Map(one);
    }
}

/// <summary>What a measure of support is (section 1.1 of the model).</summary>
public enum EntitlementKind
{
    /// <summary>A mentor is guaranteed.</summary>
    Mentoring,

    /// <summary>No probation on the first hire (Labour Code, article 70).</summary>
    NoProbation,

    /// <summary>Help in finding employment.</summary>
    EmploymentHelp,

    /// <summary>Conditions for development and growth.</summary>
    Development,

    /// <summary>A supplement to pay.</summary>
    PaySupplement,

    /// <summary>A lump sum on entering the profession.</summary>
    Allowance,

    OtherPayment,
}

/// <summary>Where a measure of support comes from.</summary>
public enum SourceLevel { FederalLaw, RegionalLaw, Agreement, LocalAct }

/// <summary>How often a measure in money is paid.</summary>
public enum PaidHow { Once, Monthly, Yearly }
