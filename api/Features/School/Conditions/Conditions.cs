using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Conditions;

/// <summary>Chapter: the conditions that a school has made for mentoring, and the rooms where pairs meet.</summary>
public static class Conditions
{
    public static void MapConditions(this RouteGroupBuilder api)
    {
        var conditions = api.MapGroup("/organizations/{organizationId:guid}/conditions").Chapter("Conditions",
            "A school's self-assessment of its conditions, and the rooms where pairs meet.");
        ListConditions.Map(conditions);
        AssessCondition.Map(conditions);

        var rooms = api.MapGroup("/organizations/{organizationId:guid}/rooms").WithTags("Conditions");
        ListRooms.Map(rooms);
        AddRoom.Map(rooms);
        ReviseRoom.Map(rooms);
        ListRoomBookings.Map(rooms);
        BookRoom.Map(rooms);
        CancelRoomBooking.Map(rooms);
    }
}

/// <summary>How far a condition is met, in the school's own judgement.</summary>
public enum ConditionLevel { NotMet, Partly, Met }

/// <summary>What the product counts for a condition; entries of the dictionary name it in small letters.</summary>
public enum ConditionFact { Curators, Psychologists, Mentors, Programs, Rooms, Pulses, Trainings, Opinions }

/// <summary>The five groups of conditions.</summary>
public enum ConditionGroup { Staffing, Methodical, Material, Financial, Psychological }

/// <summary>Whether a room may be booked.</summary>
public enum RoomStatus { Open, Closed }
