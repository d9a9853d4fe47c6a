using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Common.People;

/// <summary>Chapter: who works where, who needs a mentor, and which records are one person.</summary>
public static class People
{
    public static void AddPeople(this IServiceCollection services) =>
        services.AddScoped<Leaving>().AddContributions<IFollowLeaving>()
            .AddJob<FollowDepartures>("follow-departures", job => job.Run(CancellationToken.None), FollowDepartures.Schedule);

    public static void MapPeople(this RouteGroupBuilder api)
    {
        var staff = api.MapGroup("/organizations/{organizationId:guid}/people").Chapter("People", "Staff, where they work, and who needs a mentor.");
        ListStaff.Map(staff);
        SetMentoringNeed.Map(staff);
        ClearMentoringNeed.Map(staff);
        var people = api.MapGroup("/people").WithTags("People");
        GetPerson.Map(people);
        ListDuplicates.Map(people);
        PreviewMerge.Map(people);
        MergePeople.Map(people);
        ListPersonMerges.Map(people);
        UnmergePeople.Map(people);
    }
}

/// <summary>Why a teacher needs a mentor (section 1.1 of the model).</summary>
public enum NeedCategory
{
    /// <summary>Young, new to the profession.</summary>
    NewToProfession,

    /// <summary>Experienced, needs a technology or a skill.</summary>
    NewTechnology,

    /// <summary>New in this staff.</summary>
    NewInStaff,

    /// <summary>Without a pedagogical degree.</summary>
    NonPedagogicalDegree,
}
