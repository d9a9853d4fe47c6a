using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Events;

/// <summary>Chapter: public events by which a school makes mentoring known, from the plan to what came of them.</summary>
public static class Events
{
    public static void MapEvents(this RouteGroupBuilder api)
    {
        var events = api.MapGroup("/organizations/{organizationId:guid}/events").Chapter("Events", "Public events by which a school makes mentoring known.");
        ListPublicEvents.Map(events);
        PlanPublicEvent.Map(events);
        RevisePublicEvent.Map(events);
        TellPublicEvent.Map(events);
        HoldPublicEvent.Map(events);
        CancelPublicEvent.Map(events);
    }
}

/// <summary>What an event is.</summary>
public enum PublicEventKind { OpenLesson, MasterClass, RoundTable, Conference, Forum, Contest, OpenDay, Other }

/// <summary>For whom an event is.</summary>
public enum PublicEventAudience
{
    Teachers,
    YoungSpecialists,

    /// <summary>Future teachers.</summary>
    Students,
    Parents,
    Everybody,
}

/// <summary>Where an event stands in its life.</summary>
public enum PublicEventStatus { Planned, Held, Cancelled }

/// <summary>What moves an event from one status to another.</summary>
public enum PublicEventStep { Hold, Cancel }

/// <summary>The life of an event: planned, then held or cancelled, for good.</summary>
public static class PublicEventLifecycle
{
    public static readonly Lifecycle<PublicEventStatus, PublicEventStep> Life =
        new("event.not-planned", new Dictionary<(PublicEventStatus, PublicEventStep), PublicEventStatus>
        {
            [(PublicEventStatus.Planned, PublicEventStep.Hold)] = PublicEventStatus.Held,
            [(PublicEventStatus.Planned, PublicEventStep.Cancel)] = PublicEventStatus.Cancelled,
        });
}
