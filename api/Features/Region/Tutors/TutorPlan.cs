using System.Runtime.InteropServices;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.Region.Tutors;

/// <summary>Who could have a tutor.</summary>
/// <param name="Asked">The teacher asked for one.</param>
/// <param name="Areas">In which the teacher asked for help, as bits.</param>
public sealed record Tutee(Guid Id, string Sector, string Territory, bool Asked, ulong Areas);

/// <summary>Who can be a tutor.</summary>
/// <param name="Territories">Municipalities; everywhere when empty.</param>
/// <param name="Zones">Competence areas, as bits.</param>
public sealed record TutorPlaces(Guid Id, IReadOnlySet<string> Sectors, IReadOnlySet<string> Territories, ulong Zones, int Capacity, int Taken)
{
    public int Free => Math.Max(0, Capacity - Taken);
}

/// <summary>How well a tutor fits a teacher: three parts, each of which can be told in words. 0 where the two are no pair.</summary>
/// <param name="Zones">0 to 50: the share of the areas asked for in which the tutor helps; 25 where none was named.</param>
/// <param name="Place">20 for a tutor who works in that municipality by name, 10 for one who works everywhere.</param>
/// <param name="Load">0 to 15: the share of the tutor's places that is free.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TutorScore(int Zones, int Place, int Load)
{
    const int MostZones = 50, NoZones = 25, Named = 20, Everywhere = 10, MostLoad = 15;

    /// <summary>Who asked comes before who did not, however well the others fit.</summary>
    const int Asked = 100;

    public int Sum => Zones + Place + Load;

    public static TutorScore? Of(Tutee tutee, TutorPlaces tutor)
    {
        if (tutee.Id == tutor.Id || tutor.Free == 0 || !tutor.Sectors.Contains(tutee.Sector)) return null;
        var named = tutor.Territories.Contains(tutee.Territory);
        if (!named && tutor.Territories.Count > 0) return null;
        var zones = tutee.Areas == 0 ? NoZones
            : MostZones * System.Numerics.BitOperations.PopCount(tutee.Areas & tutor.Zones) / System.Numerics.BitOperations.PopCount(tutee.Areas);
        // Help in none of what was asked for is no help.
        return tutee.Areas != 0 && zones == 0 ? null : new(zones, named ? Named : Everywhere, MostLoad * tutor.Free / tutor.Capacity);
    }

    public static int Points(Tutee tutee, TutorPlaces tutor) => Of(tutee, tutor) is { } score ? score.Sum + (tutee.Asked ? Asked : 0) : 0;
}

/// <summary>
/// The best way to give a body's free places: as many teachers as possible, those who asked before the others, and of all such ways the one
/// that fits best. Of equals whoever comes first in the list is served.
/// </summary>
public static class TutorPlan
{
    /// <summary>
    /// Tutors alike for many teachers make few distinct choices: so many of each teacher's enter the network at first, and the prices find
    /// the rest.
    /// </summary>
    const int First = 24;

    /// <returns>Each teacher's tutor, by place in the lists; -1 for none.</returns>
    public static int[] Of(IReadOnlyList<Tutee> tutees, IReadOnlyList<TutorPlaces> tutors)
    {
        // Teachers of one sector and municipality who ask for the same fit every tutor alike, but for who is a tutor too.
        var selves = tutors.Select(tutor => tutor.Id).ToHashSet();
        int[][] kinds = [.. tutees.Index()
            .GroupBy(one => (one.Item.Sector, one.Item.Territory, one.Item.Asked, one.Item.Areas, selves.Contains(one.Item.Id) ? one.Item.Id : Guid.Empty))
            .Select(alike => alike.Select(one => one.Index).ToArray())];
        int Points(int kind, int tutor) => TutorScore.Points(tutees[kinds[kind][0]], tutors[tutor]);
        return MatchFlow.Solve(kinds, [.. tutors.Select(tutor => tutor.Free)], Points, First);
    }
}
