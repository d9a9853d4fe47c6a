using System.Runtime.InteropServices;

namespace Mentoring.Api.Features.School.Matching;

/// <summary>
/// How well a mentor fits a mentee: the sum of six parts, each of which can be told to people in words. At most 100; a pair
/// without common ground (neither a difficulty nor a subject) is none.
/// </summary>
/// <param name="Difficulties">0 to 45: the weighted share of the mentee's difficulties with which the mentor helps.</param>
/// <param name="Subject">20 when they teach a common subject.</param>
/// <param name="Load">0 to 15: the share of the mentor's places that is free.</param>
/// <param name="Place">10 in one school, 6 in one municipality, 4 when both agree to work remotely.</param>
/// <param name="Earlier">5 after a completed program of the two, -15 after one that ended early.</param>
/// <param name="Opinion">Of the psychologist: 5 when the pair fits, -10 when it wants care.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct MatchScore(int Difficulties, int Subject, int Load, int Place, int Earlier, int Opinion, Stop? Stop = null)
{
    const int MostDifficulties = 45;
    const int CommonSubject = 20;
    const int MostLoad = 15;

    /// <summary>In tenths: what a difficulty counts for when the mentor helps with its area and its topic, or with one of the two.</summary>
    const int Whole = 10;
    const int Half = 6;

    /// <summary>Never below 1 for a pair that is possible: a weak pair is still better than none.</summary>
    public int Points => Stop is null ? Math.Max(1, Difficulties + Subject + Load + Place + Earlier + Opinion) : 0;

    public static MatchScore Of(Mentee mentee, Mentor mentor, Between between) => Of(mentee, mentor, between, mentor.Free, 0);

    /// <summary>A seat in a group: the group's area has to be among the mentee's difficulties.</summary>
    public static MatchScore Of(Mentee mentee, Mentor mentor, Between between, Group group) => Of(mentee, mentor, between, group.Free, group.Area);

    static MatchScore Of(Mentee mentee, Mentor mentor, Between between, int free, UInt128 groupArea)
    {
        if (mentee.Id == mentor.Id) return Stopped(Matching.Stop.SamePerson);
        if (between.Vetoed) return Stopped(Matching.Stop.Vetoed);
        if (between.Opinion == Matching.Opinion.DoesNotFit) return Stopped(Matching.Stop.DoesNotFit);
        if (between.Together) return Stopped(Matching.Stop.Together);
        var place = PlaceOf(mentee, mentor);
        if (place == 0) return Stopped(Matching.Stop.TooFar);
        if (free == 0) return Stopped(Matching.Stop.NoPlace);

        var difficulties = DifficultiesOf(mentee, mentor, groupArea);
        var subject = (mentee.Subjects & mentor.Subjects) != 0 ? CommonSubject : 0;
        if (difficulties == 0 && (subject == 0 || groupArea != 0)) return Stopped(Matching.Stop.NoCommonGround);
        return new(
            difficulties, subject, mentor.Capacity == 0 ? 0 : MostLoad * mentor.Free / mentor.Capacity, place,
            between.Earlier switch { Matching.Earlier.Completed => 5, Matching.Earlier.EndedEarly => -15, _ => 0 },
            between.Opinion switch { Matching.Opinion.Fits => 5, Matching.Opinion.WithCare => -10, _ => 0 });
    }

    static MatchScore Stopped(Stop stop) => new(0, 0, 0, 0, 0, 0, stop);

    static int PlaceOf(Mentee mentee, Mentor mentor) =>
        mentee.OrganizationId == mentor.OrganizationId ? 10
        : mentee.Remote && mentor.Remote ? mentee.Territory == mentor.Territory ? 6 : 4
        : mentee.Territory == mentor.Territory ? 6
        : 0;

    static int DifficultiesOf(Mentee mentee, Mentor mentor, UInt128 groupArea)
    {
        var (areas, known) = groupArea == 0 ? (mentor.Areas, true) : (groupArea, false);
        int reached = 0, all = 0;
        foreach (var difficulty in mentee.Difficulties)
        {
            var area = (areas & difficulty.Area) != 0;
            var topic = (mentor.Topics & difficulty.Topic) != 0;
            known |= area;
            reached += difficulty.Level * ((area && (topic || difficulty.Topic == 0)) ? Whole : area || topic ? Half : 0);
            all += difficulty.Level * Whole;
        }

        return all == 0 || !known ? 0 : MostDifficulties * reached / all;
    }

    /// <summary>The areas and topics of the mentee's difficulties with which the mentor helps, and the common subjects.</summary>
    public static (UInt128 Areas, UInt128 Topics, UInt128 Subjects) Common(Mentee mentee, Mentor mentor) => (
        mentee.Difficulties.Aggregate(UInt128.Zero, (all, one) => all | one.Area) & mentor.Areas,
        mentee.Difficulties.Aggregate(UInt128.Zero, (all, one) => all | one.Topic) & mentor.Topics,
        mentee.Subjects & mentor.Subjects);
}
