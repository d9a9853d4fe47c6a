namespace Mentoring.Migrations.Code;

/// <summary>The forms of row policy of the external contour.</summary>
static partial class Policies
{
    /// <summary>
    /// Who stands behind whom: no person is in it, so everybody reads it. The body that supports writes it, and the region of the
    /// organization that is supported, each by the one permission.
    /// </summary>
    public static TableRules SupportLinks(string table) =>
        PublicRead(table, $"({Permission("SupportManage")} and (body_id = any({Organizations}) or {InRegions}))");

    /// <summary>The body of the external contour that keeps a part of the resource map.</summary>
    public static string OfKeeper => $"({Permission("ResourceManage")} and body_id = any({Organizations}))";

    /// <summary>Places that people take: their own, and all for the body that keeps what they are in.</summary>
    public static TableRules OfPersonAndKeeper(string table) => Policy(table, $"person_id = {Person} or {OfKeeper}");

    /// <summary>Tutors of a body: whoever runs them there, and each tutor the own row.</summary>
    public static TableRules Tutors(string table) =>
        Policy(table, $"(body_id = any({Organizations}) and {Permission("TutorManage")})").And(OwnRead());

    /// <summary>
    /// What is between a tutor and a teacher: read by the teacher, by the tutor as long as it is open, by whoever leads the
    /// teacher's school and by whoever runs the body's tutors.
    /// </summary>
    /// <param name="write">Who writes it besides whoever runs the body's tutors; null for triggers alone.</param>
    public static TableRules OfTutoring(string table, string? write)
    {
        var body = $"body_id = any({Organizations})";
        var read = $"person_id = {Person} or (tutor_id = {Person} and is_open) or ({InOrganizations} and {Permission("TutoringRead", "TutoringWrite")}) "
            + $"or ({body} and {Permission("TutoringRead", "TutoringWrite", "TutorManage")}) or {System}";
        if (write is null) return new(table, "select", new RowPolicy("read", "select", read));
        var rule = $"({body} and {Permission("TutorManage")}) or {write} or {System}";
        return new(table, Write, new RowPolicy("read", "select", read), new RowPolicy("write", "all", rule, rule));
    }

    /// <summary>How long a body takes is no secret; whoever heads it says it.</summary>
    public static string HelpLead => $"({Permission("HelpLead")} and {InOrganizations})";

    static string OnHelpDesk => Permission("HelpDesk", "HelpAnswer", "HelpLead");

    /// <summary>The asker's side of a question: the person, and the school's head and curator where they were let see it.</summary>
    static string HelpAsker => $"person_id = {Person} or ({OnHelpDesk} and school_sees and {InOrganizations})";

    static string HelpBody => $"({OnHelpDesk} and body_id = any({Organizations}))";

    /// <summary>A question for methodical help: both sides, and of the bodies that one alone that has it now.</summary>
    public static TableRules HelpRequests(string table) => Policy(table, $"{HelpAsker} or {HelpBody}");

    /// <summary>What was said of it; what is internal its body's people alone read.</summary>
    public static TableRules HelpEntries(string table) => Policy(table, $"(not internal and ({HelpAsker})) or {HelpBody}");

    /// <summary>Everybody reads what is published; the body that writes it reads the rest.</summary>
    public static TableRules HelpArticles(string table) =>
        new(table, Write,
            new("read", "select", $"status = 'Published' or ({OnHelpDesk} and {InOrganizations})"),
            new("write", "all", $"({Permission("HelpAnswer")} and {InOrganizations})", $"({Permission("HelpAnswer")} and {InOrganizations})"));

    /// <summary>What a person said, for nobody else to read.</summary>
    public static TableRules OfPersonAlone(string table) => Policy(table, $"person_id = {Person}");

    /// <summary>Instruments of diagnosis: everybody is asked by them; written by the federation, the region or the body that owns them.</summary>
    public static TableRules Instruments(string table) =>
        PublicRead(table, $"({Permission("InstrumentManage")} and case when owner_organization_id is not null "
            + $"then owner_organization_id = any({Organizations}) when owner_region is not null "
            + $"then {InRegions.Replace("region_code", "owner_region", StringComparison.Ordinal)} else {Federation} end)");

    /// <summary>
    /// A diagnosis is the teacher's own: read by that person, by the people whom that person named, and at the organizations named by
    /// whoever holds the permission there. The expert who was asked writes until it is done.
    /// </summary>
    public static TableRules Diagnoses(string table) =>
        new(table, Write,
            new("read", "select", $"{ReadsDiagnosis} or {System}"),
            new("add", "insert", null, $"person_id = {Person} or {System}"),
            new("write", "update", $"person_id = {Person} or (expert_id = {Person} and expert_id = any(reader_ids) and status = 'Draft') or {System}",
                $"person_id = {Person} or expert_id = {Person} or {System}"));

    /// <summary>What a diagnosis came to: read by its readers, written by whoever fills it in.</summary>
    public static TableRules OfDiagnosis(string table) =>
        new(table, "select, insert",
            new("read", "select", $"{ReadsDiagnosis} or {System}"),
            new("add", "insert", null, $"person_id = {Person} or exists (select from diagnosis d where d.region_code = {table}.region_code "
                + $"and d.id = {table}.diagnosis_id and d.expert_id = {Person} and d.status = 'Draft') or {System}"));

    /// <summary>Files beside it: read by its readers, added and taken away by whoever fills it in, for as long as it is a draft.</summary>
    public static TableRules EvidenceOfDiagnosis(string table)
    {
        var fills = $"exists (select from diagnosis d where d.region_code = {table}.region_code and d.id = {table}.diagnosis_id "
            + $"and d.status = 'Draft' and coalesce(d.expert_id, d.person_id) = {Person}) or {System}";
        return new(table, "select, insert, delete",
            new("read", "select", $"{ReadsDiagnosis} or {System}"), new("add", "insert", null, fills), new("clear", "delete", fills));
    }

    /// <summary>What a body's file of results would bring, for as long as somebody decides: of that body, by the right to bring it.</summary>
    public static TableRules ImportResults(string table) =>
        Policy(table, $"({InOrganizations} and {Permission("DiagnosisImport", "ImportManage")})", delete: true);

    static string ReadsDiagnosis =>
        $"person_id = {Person} or {Person} = any(reader_ids) or (reader_organization_ids && {Organizations} and {Permission("DiagnosisRead")})";

    /// <summary>
    /// A route is the teacher's own: read by that person and by the persons who stand on the row, who are the tutor of the day; not by
    /// the organization. Its rows hold both columns too.
    /// </summary>
    public static TableRules Routes(string table, string more = "", bool delete = false)
    {
        var own = $"person_id = {Person} or {System}";
        RowPolicy[] rules =
        [
            new("read", "select", $"person_id = {Person} or ({Person} = any(reader_ids){more}) or {System}"), new("add", "insert", null, own),
            new("write", "update", own, own),
        ];
        return new(table, delete ? All : Write, delete ? [.. rules, new("clear", "delete", own)] : rules);
    }

    /// <summary>What a teacher thinks of the route: private row by row, unless shared with whoever reads the route.</summary>
    public static TableRules RouteReflections(string table) => Routes(table, " and shared");

    /// <summary>What is said of a route: by the teacher and by whoever reads it, each in the own name.</summary>
    public static TableRules RouteComments(string table)
    {
        var rule = $"person_id = {Person} or {Person} = any(reader_ids) or {System}";
        return new(table, "select, insert", new("read", "select", rule), new("add", "insert", null, $"({rule}) and (author_id = {Person} or {System})"));
    }

    /// <summary>Where a route was before: read with the route, written by its move alone.</summary>
    public static TableRules RoutePasts(string table) =>
        new(table, "select", new RowPolicy("read", "select", $"person_id = {Person} or {Person} = any(reader_ids) or {System}"));

    /// <summary>What the organization may know of a route: sums that the database alone writes.</summary>
    public static TableRules RouteSums(string table, string own = "false") =>
        new(table, "select", new RowPolicy("read", "select", $"{own} or ({InOrganizations} and {Permission("RouteWatch")}) or {System}"));

    static string InInitiative => $"{Person} = any(member_ids)";

    /// <summary>Where an initiative is at home that the caller works in.</summary>
    static string HasOwnInitiative => $"({Permission("InitiativeWork")} "
        + $"and organization_id = any(array(select i.organization_id from initiative i where {Person} = any(i.member_ids))))";

    /// <summary>Where the caller works, or what the caller keeps: the regions and the municipalities whose initiatives are one's own.</summary>
    static string OwnRegions => $"any(array(select o.region_code from organization o where o.id = any({Organizations}) "
        + $"union select t.parent_code from territory t where t.{InTerritories.Replace("territory_code", "code", StringComparison.Ordinal)}))";

    static string OwnTerritories => $"any(array(select o.territory_code from organization o where o.id = any({Organizations})))";

    /// <summary>
    /// An initiative: its members, and whoever was invited or has asked. One that is open to join shows its card within its scope,
    /// one by invitation to the people of the organizations invited. Led by one person, and changed by that one alone.
    /// </summary>
    public static TableRules Initiatives(string table)
    {
        var near = $"scope = 'Country' or {InRegions} or (scope = 'Region' and region_code = {OwnRegions}) "
            + $"or (scope = 'Municipality' and ({InTerritories} or territory_code = {OwnTerritories}))";
        var card = $"status <> 'Draft' and {Permission("InitiativeRead", "InitiativeWork", "SchoolTaskSet")} "
            + $"and (invited_school_ids && {Organizations} or (not by_invitation and ({near})))";
        return new(table, Write,
            new("read", "select", $"{InInitiative} or {Person} = any(waiting_ids) or ({card}) or {System}"),
            new("add", "insert", null, $"leader_id = {Person} or {System}"),
            new("write", "update", $"leader_id = {Person} or {System}", $"{InInitiative} or {System}"));
    }

    /// <summary>Who is in an initiative: for its members, and each their own. One asks for oneself, a school puts its people forward.</summary>
    public static TableRules InitiativeMembers(string table)
    {
        var rule = $"{InInitiative} or person_id = {Person} or {System}";
        return new(table, Write, new("read", "select", rule),
            new("add", "insert", null, $"{InInitiative} or (person_id = {Person} and status = 'Asked') "
                + $"or (status = 'Suggested' and {InOrganizations} and {Permission("InitiativeWork")}) or {System}"),
            new("write", "update", rule, rule));
    }

    /// <summary>What the members of an initiative do together: theirs alone, whoever coordinates the territory.</summary>
    public static TableRules OfInitiative(string table) => Policy(table, InInitiative);

    /// <summary>What is said in an initiative, by each in the own name.</summary>
    public static TableRules InitiativeEntries(string table) =>
        new(table, "select, insert", new("read", "select", $"{InInitiative} or {System}"),
            new("add", "insert", null, $"({InInitiative} and author_id = {Person}) or {System}"));

    /// <summary>Files of an initiative: brought by a member in the own name, taken away by that member or by whoever leads it.</summary>
    public static TableRules InitiativeFiles(string table) =>
        new(table, "select, insert, delete", new("read", "select", $"{InInitiative} or {System}"),
            new("add", "insert", null, $"({InInitiative} and added_by = {Person}) or {System}"),
            new("clear", "delete", $"({InInitiative} and (added_by = {Person} or exists (select from initiative i "
                + $"where i.region_code = {table}.region_code and i.id = {table}.initiative_id and i.leader_id = {Person}))) or {System}"));

    /// <summary>Whoever set schools a task: for the territory that they keep, or at a body.</summary>
    static string SetsTasks => $"({Permission("SchoolTaskSet")} and (body_id = any({Organizations}) or {InTerritories} "
        + $"or {InRegions.Replace("region_code", "territory_code", StringComparison.Ordinal)}))";

    /// <summary>A task for schools: whoever set it, the schools that it was set, the members of its initiative.</summary>
    public static TableRules SchoolTasks(string table) =>
        new(table, Write,
            new("read", "select",
                $"{SetsTasks} or (school_ids && {Organizations} and {Permission("SchoolTaskReport")}) or {InInitiative} or {System}"),
            new("write", "all", $"{SetsTasks} or {System}", $"{SetsTasks} or {System}"));

    /// <summary>What a school has to report of a task, and has reported: itself and whoever set it. The school does not say what was decided of it.</summary>
    public static TableRules SchoolTaskReports(string table)
    {
        var school = $"({InOrganizations} and {Permission("SchoolTaskReport")})";
        return new(table, Write,
            new("read", "select", $"{SetsTasks} or {school} or {System}"),
            new("set", "insert", null, $"{SetsTasks} or {System}"),
            new("write", "update", $"{SetsTasks} or {school} or {System}", $"{SetsTasks} or ({school} and status = 'Reported') or {System}"));
    }

    static string DecidesOffers => Permission("OfferDecide");

    /// <summary>
    /// What a mentor offers beyond the school: the mentor, whoever decides for the school, and once the school has agreed whoever is
    /// within its scope. The mentor does not open it.
    /// </summary>
    public static TableRules MentorOffers(string table)
    {
        var near = $"scope = 'Country' or (scope = 'Region' and region_code = {OwnRegions}) or (scope = 'Municipality' "
            + $"and organization_id = any(array(select n.id from organization n where n.territory_code = {OwnTerritories})))";
        var school = $"({InOrganizations} and {DecidesOffers})";
        return new(table, Write,
            new("read", "select",
                $"mentor_id = {Person} or {school} or (status = 'Open' and {Permission("OfferUse", "OfferDecide")} and ({near})) or {System}"),
            new("add", "insert", null, $"(mentor_id = {Person} and {InOrganizations} and status = 'Proposed') or {System}"),
            new("write", "update", $"mentor_id = {Person} or {school} or {System}", $"(mentor_id = {Person} and status <> 'Open') or {school} or {System}"));
    }

    /// <summary>
    /// Who asks for such an offer: the mentee and whoever decides for the mentee's school; the mentor and the mentor's school from the
    /// day on which the mentee's school has agreed.
    /// </summary>
    public static TableRules OfferRequests(string table)
    {
        var school = $"(school_id = any({Organizations}) and {DecidesOffers})";
        return new(table, Write,
            new("read", "select", $"mentee_id = {Person} or {school} or {System} "
                + $"or (status = 'Sent' and (mentor_id = {Person} or ({InOrganizations} and {DecidesOffers})))"),
            new("add", "insert", null, $"(mentee_id = {Person} and school_id = any({Organizations}) and status = 'Asked') or {school} or {System}"),
            new("write", "update", $"mentee_id = {Person} or {school} or {System}",
                $"(mentee_id = {Person} and status in ('Asked', 'Withdrawn')) or {school} or {System}"));
    }
}
