namespace Mentoring.Migrations.Code;

/// <summary>
/// Every form of row policy of the product, in one place, so that it can change together (another server may want a bare
/// expression instead of the subquery, which PostgreSQL evaluates once a statement). The settings are filled by the API
/// from the caller's dated assignments before the first statement of a request. Which table has which: <see cref="Tables"/>.
/// </summary>
static partial class Policies
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

    /// <summary>
    /// Counts of a teacher's pupils: read at the school by whoever keeps them, by the teacher, and by the teacher's mentor while their program
    /// runs. A teacher writes what the teacher said, the school all.
    /// </summary>
    /// <param name="author">The column that tells whose word a row is.</param>
    public static TableRules PupilResults(string table, string author)
    {
        var write = $"({InOrganizations} and {Permission("PupilResultWrite")}) or (person_id = {Person} and {author} = {Account}) or {System}";
        return new(table, Write,
            new("read", "select", $"({InOrganizations} and {Permission("PupilResultRead", "PupilResultWrite")}) or person_id = {Person} "
                + $"or person_id = any((select mentees_of({Person}))::uuid[]) or {System}"),
            new("write", "all", write, write));
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
    /// Files: as their organization's or program's rows; where readers are named, for them alone; products of a route, evidence of a
    /// diagnosis and files of an initiative are read with these, and closed to the people of the organization at which they are counted.
    /// </summary>
    public static TableRules StoredFiles(string table) =>
        Policy(table, $"case when kind = 'RouteProduct' then stored_by = {Account} "
            + $"or exists (select from route_product e where e.region_code = {table}.region_code and e.file_id = {table}.id) "
            + $"when kind = 'Evidence' then stored_by = {Account} "
            + $"or exists (select from diagnosis_evidence e where e.region_code = {table}.region_code and e.file_id = {table}.id) "
            + $"when kind = 'Initiative' then stored_by = {Account} "
            + $"or exists (select from initiative_file e where e.region_code = {table}.region_code and e.file_id = {table}.id) "
            + $"else (reader_ids is null and ({InOrganizations} or program_id = {Programs})) "
            + $"or {Person} = any(reader_ids) or ({OnHelpDesk} and reader_ids && {Organizations}) end");

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
    /// is about, and the organization's sum by whoever puts files there, also from a body that answers its people or beside an initiative.
    /// </summary>
    public static TableRules StorageUsage(string table) =>
        new(table, "select", new RowPolicy("read", "select",
            $"{InOrganizations} or owner_id = {Account} or owner_id = any({ProgramTexts})"
            + $" or (owner = 'Organization' and (organization_id = any({OrganizationsOfPrograms}) or {OnHelpDesk} or {HasOwnInitiative}))"
            + $" or {Federation} or {System}"));

    /// <summary>What an operator allows an organization: read with its usage.</summary>
    public static TableRules StorageQuota(string table) =>
        new(table, All,
            new("read", "select", $"{InOrganizations} or organization_id = any({OrganizationsOfPrograms}) or {OnHelpDesk} or {HasOwnInitiative} "
                + $"or {Federation} or {System}"),
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
