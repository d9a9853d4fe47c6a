using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Preparations;

/// <summary>Chapter: contests, forums, conferences and festivals for which the council prepares people.</summary>
public static class Preparations
{
    public static readonly Lifecycle<PreparationStatus, PreparationStatus> Moves = Lifecycle.Of("council.preparation-over",
        (PreparationStatus.Preparing, PreparationStatus.TookPart), (PreparationStatus.Preparing, PreparationStatus.Cancelled));

    public static void MapPreparations(this RouteGroupBuilder api)
    {
        var ofSchool = api.MapGroup("/organizations/{organizationId:guid}/council").WithTags("Councils");
        ListPreparations.Map(ofSchool);
        AddPreparation.Map(ofSchool);

        var council = api.MapGroup("/council").WithTags("Councils");
        FinishPreparation.Map(council);
    }
}

public enum PreparationKind { Contest, Forum, Conference, Festival }

public enum PreparationLevel { School, Municipality, Region, Federation }

public enum PreparationStatus { Preparing, TookPart, Cancelled }
