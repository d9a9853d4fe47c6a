using Mentoring.Api.Platform;

namespace Mentoring.Tests.Support;

/// <summary>One school with the people whom a program needs, each with an account of their own.</summary>
public sealed record School(Guid Id, Guid Mentor, Guid Mentee)
{
    public required Guid CuratorAccount { get; init; }
    public required Guid CouncilAccount { get; init; }
    public required Guid HeadAccount { get; init; }
    public required Guid MentorAccount { get; init; }
    public required Guid MenteeAccount { get; init; }

    public static async Task<School> Make(World world)
    {
        var id = await world.School();
        var (mentor, mentee) = (await world.Teacher(id, "Наставникова"), await world.Teacher(id, "Новичкова"));
        return new(id, mentor, mentee)
        {
            CuratorAccount = await world.Account(Role.Curator, id),
            CouncilAccount = await world.Account(Role.CouncilMember, id),
            HeadAccount = await world.Account(Role.Head, id),
            MentorAccount = await world.Account(mentor),
            MenteeAccount = await world.Account(mentee),
        };
    }
}
