using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Arbitration;

/// <summary>Chapter: cases brought before the council, from the complaint to the decision, in confidence.</summary>
public static class Arbitration
{
    public static void AddArbitration(this IServiceCollection services) =>
        services.AddScoped<CaseBook>();

    public static void MapArbitration(this RouteGroupBuilder api)
    {
        var cases = api.MapGroup("/cases").Chapter("Arbitration", "Cases brought before the council, from the complaint to the decision, in confidence.");
        ListCases.Map(cases);
        ListCasePlaces.Map(cases);
        OpenCase.Map(cases);
        GetCase.Map(cases);
        ListArbiters.Map(cases);
        AssignArbiters.Map(cases);
        DeclineCase.Map(cases);
        HearCase.Map(cases);
        AddCaseEntry.Map(cases);
        SettleCase.Map(cases);
        DecideCase.Map(cases);
        AppealCase.Map(cases);
        WithdrawCase.Map(cases);
    }
}

/// <summary>Why somebody turns to the council; a consultation and a disagreement are talked over as well as complaints.</summary>
public enum CaseKind { Complaint, Appeal, Disagreement, Consultation }

/// <summary>Whom or what it concerns. A case about the chair is hidden from the chair.</summary>
public enum CaseAbout { Mentor, Mentee, Curator, Head, CouncilChair, Council, Conditions }

public enum CaseStatus { Opened, Assigned, Hearing, Decided, Appealed, Rehearing, Final, Settled, Withdrawn, Declined }

public enum CaseStep { Assign, Decline, Hear, Settle, Decide, Appeal, Withdraw }

/// <summary>What happened in a case.</summary>
public enum CaseEntryKind { Opened, Assigned, Declined, Heard, Said, Decided, Appealed, Settled, Withdrawn }

/// <summary>How a case stands after a step.</summary>
/// <param name="Version">To be given with the next change.</param>
public sealed record CaseState(Guid Id, CaseStatus Status, int Version);
