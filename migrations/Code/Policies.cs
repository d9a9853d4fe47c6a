namespace Mentoring.Migrations.Code;

/// <summary>
/// Every form of row policy of the product, in one place, so that it can change together (another server may want a bare
/// expression instead of the subquery, which PostgreSQL evaluates once a statement). The settings are filled by the API
/// from the caller's dated assignments before the first statement of a request. Which table has which: <see cref="Tables"/>.
/// </summary>
static class Policies
{
    public const string InOrganizations = "organization_id = any((select nullif(current_setting('scope.organizations', true), '')::uuid[])::uuid[])";
    const string Programs = "any((select nullif(current_setting('scope.programs', true), '')::uuid[])::uuid[])";
    const string ProgramTexts = "(select nullif(current_setting('scope.programs', true), '')::text[])::text[]";
    const string OrganizationsOfPrograms = $"array(select p.organization_id from program p where p.id = {Programs})";
    public const string InRegions = "region_code = any((select nullif(current_setting('scope.regions', true), '')::text[])::text[])";
    const string InTerritories = "territory_code = any((select nullif(current_setting('scope.territories', true), '')::text[])::text[])";
    const string Organizations = "(select nullif(current_setting('scope.organizations', true), '')::uuid[])::uuid[]";
    public const string Person = "(select nullif(current_setting('scope.person', true), '')::uuid)";
    const string Account = "(select nullif(current_setting('scope.account', true), ''))";
    const string Federation = "(select current_setting('scope.federation', true) = 'on')";
    const string System = "(select current_setting('scope.system', true) = 'on')";
    public const string Write = "select, insert, update", All = $"{Write}, delete";

    /// <summary>Rows of one school: the people who work with them there.</summary>
    public static TableRules Internal(string table, bool delete = false) => Policy(table, InOrganizations, delete);

    /// <summary>Imports: a roster belongs to its organization, a file of the register to a region or to the federation.</summary>
    public static TableRules Imports(string table, bool delete = false) =>
        Policy(table, $"{InOrganizations} or (organization_id is null and ({InRegions} or {Federation}))", delete);

    /// <summary>Rows about one person: the school's people, and that person.</summary>
    public static TableRules OfPerson(string table, bool delete = false) => Policy(table, $"{InOrganizations} or person_id = {Person}", delete);

    /// <summary>Beside a table's own policy: people read the rows about themselves.</summary>
    /// <param name="where">Which of them; all when absent.</param>
    public static RowPolicy OwnRead(string where = "true") => new("own", "select", $"person_id = {Person} and {where}");

    /// <summary>Who sits on the council is no secret where it sits: everybody who works there today reads it, the person concerned answers.</summary>
    public static TableRules KnownToStaff(string table) =>
        OfPerson(table).And(new("staff", "select", "organization_id = any(array(select e.organization_id from employment e "
            + $"where e.person_id = {Person} and (e.ended_on is null or e.ended_on > local_day(now(), e.organization_id)))) "
            + $"or ({Permission("CaseOpen", "CaseArbitrate")} and organization_id = any((select organization_ids from person where id = {Person})::uuid[]))"));

    /// <summary>
    /// Cases of arbitration: the complainant, the arbiters, and whoever leads the council (the one role that holds these
    /// permissions at an organization), save in a case about the chair. Not the curator, not the head, not the platform's jobs.
    /// </summary>
    public static TableRules Cases(string table) =>
        new(table, Write, new RowPolicy("scope", "all", $"complainant_id = {Person} or {Person} = any(arbiter_ids) "
            + $"or ({InOrganizations} and {Permission("CaseOpen", "CaseArbitrate")} and about <> 'CouncilChair')"));

    /// <summary>What was said in a case: a handful of rows, open to whom the case itself is open.</summary>
    public static TableRules OfCase(string table) =>
        new(table, Write, new RowPolicy("scope", "all", "exists (select from arbitration_case c where c.id = case_id)"));

    /// <summary>What is asked of a mentor and a mentee: their schools' people, and the two.</summary>
    /// <param name="alsoIn">The column with the other school, where the mentor works.</param>
    public static TableRules OfPair(string table, string alsoIn) =>
        Policy(table, $"{InOrganizations} or {alsoIn} = any({Organizations}) or mentor_id = {Person} or mentee_id = {Person}");

    /// <summary>What two organizations agree on: the people of both.</summary>
    public static TableRules OfTwo(string table, string other) => Policy(table, $"{InOrganizations} or {other} = any({Organizations})");

    /// <summary>Rows about one mentor: the school's people, and the mentor.</summary>
    public static TableRules OfMentor(string table) => Policy(table, $"{InOrganizations} or mentor_id = {Person}");

    /// <summary>Sums of a region, made and read where the region is in scope.</summary>
    public static TableRules RegionSums(string table) => Policy(table, InRegions);

    /// <summary>Rows of one program: the school's people, and those who take part in it wherever they work.</summary>
    public static TableRules OfProgram(string table, string key = "program_id", bool delete = false) =>
        Policy(table, $"{InOrganizations} or {key} = {Programs}", delete);

    /// <summary>Rows that only the participants of a program see: not the curator, not the head.</summary>
    public static TableRules PairPrivate(string table, bool delete = false) => Policy(table, $"program_id = {Programs}", delete);

    /// <summary>Rows of one school that are open to one permission alone, and not to the platform's jobs either.</summary>
    /// <param name="alsoOwn">The person whom a row is about (its person_id) sees it too.</param>
    public static TableRules Confidential(string table, string permission, bool alsoOwn = false, bool delete = false)
    {
        var rule = $"({InOrganizations} and {Permission(permission)}){(alsoOwn ? $" or person_id = {Person}" : "")}";
        return new(table, delete ? All : Write, new RowPolicy("scope", "all", rule, rule));
    }

    /// <summary>Invitations: sent by one permission, each seen by the person invited alone, not by the sender.</summary>
    public static TableRules Invitations(string table, string permission) =>
        new(table, Write,
            new("send", "insert", null, $"{InOrganizations} and {Permission(permission)}"),
            new("read", "select", $"person_id = {Person}"),
            new("answer", "update", $"person_id = {Person}", $"person_id = {Person}"));

    /// <summary>Counts that one permission adds to and another reads; both may make the empty rows.</summary>
    public static TableRules Tally(string table, string reader, string writer) =>
        new(table, Write,
            new("read", "select", $"{InOrganizations} and {Permission(reader, writer)}"),
            new("add", "insert", null, $"{InOrganizations} and {Permission(reader)}"),
            new("count", "update", $"{InOrganizations} and {Permission(writer)}", $"{InOrganizations} and {Permission(writer)}"));

    /// <summary>Signals about a program: its people see them at once, the school from the day of its own on which they are shown.</summary>
    public static TableRules Signals(string table) =>
        Policy(table, $"program_id = {Programs} or ({InOrganizations} and shown_on <= local_day(now(), organization_id))");

    /// <summary>People: seen where they work or worked, and by themselves.</summary>
    public static TableRules People(string table) => Policy(table, $"organization_ids && {Organizations} or id = {Person}");

    /// <summary>Sums without persons: read by the school, its municipality and its region; written by jobs.</summary>
    public static TableRules OrganizationSums(string table) =>
        new(table, All,
            new("read", "select", $"{InOrganizations} or {InTerritories} or {InRegions} or {System}"),
            new("write", "all", System, System));

    /// <summary>Facts that every signed-in caller may read and only the federation's administrators, or the given writer, may change.</summary>
    public static TableRules PublicRead(string table, string writer = Federation, bool delete = false) =>
        new(table, delete ? All : Write,
            new("read", "select", "true"),
            new("write", "all", $"{writer} or {System}", $"{writer} or {System}"));

    /// <summary>Organizations: a public register; written where the organization or its region is in scope.</summary>
    public static TableRules OrganizationRegister(string table) =>
        PublicRead(table, $"{InRegions} or {Federation} or id = any({Organizations})");

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

    /// <summary>
    /// Files: as their organization's or program's rows; where readers are named, for them alone; products of a route are read with
    /// the route, and closed to the people of the organization at which they are counted.
    /// </summary>
    public static TableRules StoredFiles(string table) =>
        Policy(table, $"case when kind = 'RouteProduct' then stored_by = {Account} "
            + $"or exists (select from route_product e where e.region_code = {table}.region_code and e.file_id = {table}.id) "
            + $"else (reader_ids is null and ({InOrganizations} or program_id = {Programs})) "
            + $"or {Person} = any(reader_ids) or ({OnHelpDesk} and reader_ids && {Organizations}) end");

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

    /// <summary>What the organization may know of a route: sums that triggers alone write.</summary>
    public static TableRules RouteStates(string table) =>
        new(table, "select", new RowPolicy("read", "select",
            $"person_id = {Person} or ({InOrganizations} and {Permission("RouteWatch")}) or {System}"));

    /// <summary>Rows that any command may append and only jobs read, change and clear.</summary>
    public static TableRules AppendOnly(string table) =>
        new(table, All,
            new("add", "insert", null, "true"),
            new("read", "select", System),
            new("work", "update", System),
            new("clear", "delete", System));

    /// <summary>The audit trail: appended by every command, read by the school and the program's participants.</summary>
    public static TableRules AuditTrail(string table) =>
        new(table, "select, insert",
            new("add", "insert", null, "true"),
            new("read", "select", $"{InOrganizations} or program_id = {Programs} or {System}"));

    /// <summary>Rows that triggers alone write, and the platform's jobs read.</summary>
    public static TableRules ReadByJobs(string table) => new(table, "select", new RowPolicy("read", "select", System));

    /// <summary>Rows that belong to the calling account or system.</summary>
    public static TableRules OfCaller(string table, string column, bool delete = false) => Policy(table, $"{column} = {Account}", delete);

    /// <summary>Role assignments: managed in the organization or territory they are valid for, seen by their holder.</summary>
    public static TableRules Assignments(string table) =>
        Policy(table, $"{InOrganizations} or {InTerritories} or {Federation} or account_id::text = {Account}");

    /// <summary>
    /// What files take up, counted by triggers alone: read by the organization, each person's and program's part by whom it
    /// is about, and the organization's sum by whoever puts files there, also from a body that answers its people.
    /// </summary>
    public static TableRules StorageUsage(string table) =>
        new(table, "select", new RowPolicy("read", "select",
            $"{InOrganizations} or owner_id = {Account} or owner_id = any({ProgramTexts})"
            + $" or (owner = 'Organization' and (organization_id = any({OrganizationsOfPrograms}) or {OnHelpDesk})) or {Federation} or {System}"));

    /// <summary>What an operator allows an organization: read with its usage.</summary>
    public static TableRules StorageQuota(string table) =>
        new(table, All,
            new("read", "select", $"{InOrganizations} or organization_id = any({OrganizationsOfPrograms}) or {OnHelpDesk} or {Federation} or {System}"),
            new("write", "all", $"{Federation} or {System}", $"{Federation} or {System}"));

    /// <summary>
    /// Roles that wait for their confirmation: whoever gives roles or seats there, the person who is to hold the role, and
    /// whoever confirms it.
    /// </summary>
    public static TableRules RoleProposals(string table) =>
        Policy(table,
            $"(({InOrganizations} or {Federation}) and {Permission("AccountManage", "CouncilManage")}) or account_id::text = {Account} or {Overseen}");

    /// <summary>Beside a table's own policy: what whoever confirms roles has to see and to write.</summary>
    /// <param name="where">Which rows; all of the organizations overseen when absent.</param>
    public static RowPolicy Confirmed(string where = "true") => new("confirm", "all", $"{where} and {Overseen}", $"{where} and {Overseen}");

    /// <summary>Rows of organizations whose roles the caller confirms: of the region, of the municipality, of the platform.</summary>
    static string Overseen =>
        $"({Permission("RoleConfirm")} and ({InRegions} or {Federation} or organization_id in (select o.id from organization o where o.{InTerritories})))";

    /// <summary>
    /// Records of people that become one: where every place of both is in the caller's reach, and told where either works.
    /// </summary>
    public static TableRules PersonMerges(string table) =>
        new(table, Write,
            new("read", "select", $"organization_ids && {Organizations} or {Merging} or {System}"),
            new("add", "insert", null, Merging),
            new("undo", "update", Merging, Merging));

    /// <summary>Beside a table's own policy: what whoever merges records in a region, or in the country, has to see for it.</summary>
    /// <param name="inRegion">Which rows are of the caller's regions.</param>
    public static RowPolicy ReadToMerge(string inRegion = InRegions) =>
        new("merge", "select", $"{Permission("PersonMerge")} and ({Federation} or {inRegion})");

    /// <summary>People who work or worked in the caller's regions.</summary>
    public const string PeopleOfRegions = $"organization_ids && {OrganizationsOfRegions}";

    const string OrganizationsOfRegions = $"array(select o.id from organization o where o.{InRegions})";

    static string Merging =>
        $"({Permission("PersonMerge")} and ({Federation} or organization_ids <@ {Organizations} or organization_ids <@ {OrganizationsOfRegions}))";

    /// <summary>Rows of the platform's own operation, for those who run it.</summary>
    public static TableRules FederationOnly(string table, bool delete = false) => Policy(table, Federation, delete);

    /// <summary>Rows that only jobs and the platform itself touch.</summary>
    public static TableRules SystemOnly(string table, bool delete = false) => Policy(table, "false", delete);

    /// <summary>What signing in needs, before anybody is known to whom a row policy could apply.</summary>
    public static TableRules BeforeSignIn(string table, string privileges = All) => new($"identity.{table}", privileges);

    public static string Permission(params string[] names) =>
        $"(select current_setting('scope.permission', true) in ({string.Join(", ", names.Select(name => $"'{name}'"))}))";

    static TableRules Policy(string table, string rule, bool delete = false) =>
        new(table, delete ? All : Write, new RowPolicy("scope", "all", $"{rule} or {System}", $"{rule} or {System}"));
}
