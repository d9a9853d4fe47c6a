using System.Text.Json;
using Mentoring.Api.Platform;

namespace Mentoring.Api.Features.School.Matching;

/// <summary>Keeps a proposal as it was made, so that it can be read, compared and sent later.</summary>
static class MatchRuns
{
    static readonly JsonSerializerOptions Columns = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <param name="regionRun">Of which this is one school's part; null for a school's own.</param>
    /// <param name="lot">By which equals were told apart.</param>
    /// <param name="pairs">Of this school's mentees.</param>
    public static async Task<Guid> Keep(
        Db db, MatchFacts facts, Guid organization, string region, string by, DateTimeOffset now, Guid? regionRun, int lot,
        IReadOnlyList<ProposedPair> pairs, IReadOnlyList<LeftOut> leftOut, CancellationToken ct)
    {
        var id = Guid.CreateVersion7(now);
        var names = facts.Mentees.ToDictionary(row => row.PersonId, row => row.Name);
        var mentees = facts.Input.Mentees.ToDictionary(row => row.Id);
        var mentors = facts.Input.Mentors.Select((mentor, i) => (mentor, facts.Mentors[i].Name)).ToDictionary(row => row.mentor.Id);
        await db.Execute(Sql, new
        {
            id, organization, region, by, Now = now.UtcDateTime, Kind = (regionRun is null ? MatchRunKind.School : MatchRunKind.Region).ToString(), regionRun,
            lot,
            Mentees = pairs.Count + leftOut.Count, Mentors = facts.Mentors.Count, Points = pairs.Sum(pair => pair.Score.Points),
            Pairs = pairs.Count, PairRows = JsonSerializer.Serialize(pairs.Select(pair =>
            {
                var (mentor, name) = mentors[pair.MentorId];
                var (areas, topics, subjects) = facts.Common(mentees[pair.MenteeId], mentor);
                return new
                {
                    pair.MenteeId, MenteeName = names[pair.MenteeId], pair.MentorId, MentorName = name, MentorOrganizationId = mentor.OrganizationId,
                    pair.GroupId,
                    pair.Locked, pair.Score.Points, pair.Score.Difficulties, pair.Score.Subject, pair.Score.Load, pair.Score.Place, pair.Score.Earlier,
                    pair.Score.Opinion,
                    areas, topics, subjects,
                };
            }), Columns),
            LeftRows = JsonSerializer.Serialize(leftOut.Select(left => new
            {
                left.MenteeId, MenteeName = names[left.MenteeId], Reason = left.Reason.ToString(),
                Stops = left.Stops.ToDictionary(stop => stop.Key.ToString(), stop => stop.Value),
            }), Columns),
        }, ct);
        return id;
    }

    const string Sql = """
        insert into match_run (id, organization_id, region_code, kind, made_at, made_by, region_run_id, mentees, mentors, pairs, points, lot)
        values (@id, @organization, @region, @Kind, @Now, @by, @regionRun, @Mentees, @Mentors, @Pairs, @Points, @lot);
        insert into match_run_pair (run_id, organization_id, region_code, mentee_id, mentee_name, mentor_id, mentor_name, mentor_organization_id, group_id,
            locked,
                                    points, difficulties, subject, load, place, earlier, opinion, areas, topics, subjects)
        select @id, @organization, @region, mentee_id, mentee_name, mentor_id, mentor_name, mentor_organization_id, group_id, locked,
               points, difficulties, subject, load, place, earlier, opinion, areas, topics, subjects
          from jsonb_to_recordset(@PairRows::jsonb) as p (mentee_id uuid, mentee_name text, mentor_id uuid, mentor_name text, mentor_organization_id uuid,
             group_id uuid,
               locked boolean, points int, difficulties int, subject int, load int, place int, earlier int, opinion int, areas text[], topics text[],
                   subjects text[]);
        insert into match_run_left (run_id, organization_id, region_code, mentee_id, mentee_name, reason, stops)
        select @id, @organization, @region, mentee_id, mentee_name, reason, stops
          from jsonb_to_recordset(@LeftRows::jsonb) as l (mentee_id uuid, mentee_name text, reason text, stops jsonb)
        """;
}
