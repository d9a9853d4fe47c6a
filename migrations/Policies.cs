namespace Mentoring.Migrations;

/// <summary>
/// Every row policy of the product, in one place, so that their form can change together (another server may want a bare
/// expression instead of the subquery, which PostgreSQL evaluates once a statement). The settings are filled by the API
/// from the caller's dated assignments before the first statement of a request.
/// </summary>
public static class Policies
{
    const string InOrganizations = "organization_id = any((select nullif(current_setting('scope.organizations', true), '')::uuid[])::uuid[])";
    const string Programs = "any((select nullif(current_setting('scope.programs', true), '')::uuid[])::uuid[])";
    const string ProgramTexts = "(select nullif(current_setting('scope.programs', true), '')::text[])::text[]";
    const string OrganizationsOfPrograms = $"array(select p.organization_id from program p where p.id = {Programs})";
    public const string InRegions = "region_code = any((select nullif(current_setting('scope.regions', true), '')::text[])::text[])";
    const string InTerritories = "territory_code = any((select nullif(current_setting('scope.territories', true), '')::text[])::text[])";
    const string Organizations = "(select nullif(current_setting('scope.organizations', true), '')::uuid[])::uuid[]";
    const string Person = "(select nullif(current_setting('scope.person', true), '')::uuid)";
    const string Account = "(select nullif(current_setting('scope.account', true), ''))";
    const string Federation = "(select current_setting('scope.federation', true) = 'on')";
    const string System = "(select current_setting('scope.system', true) = 'on')";

    /// <summary>Rows of one school: the people who work with them there.</summary>
    public static string Internal(string table, bool delete = false) =>
        Policy(table, InOrganizations, delete);

    /// <summary>Imports: a roster belongs to its organization, a file of the register to a region or to the federation.</summary>
    public static string Imports(string table, bool delete = false) =>
        Policy(table, $"{InOrganizations} or (organization_id is null and ({InRegions} or {Federation}))", delete);

    /// <summary>Rows about one person: the school's people, and that person.</summary>
    public static string OfPerson(string table, bool delete = false) =>
        Policy(table, $"{InOrganizations} or person_id = {Person}", delete);

    /// <summary>Beside a table's own policy: people read the rows about themselves.</summary>
    /// <param name="where">Which of them; all when absent.</param>
    public static string OwnRead(string table, string where = "true") =>
        $"create policy {table}_own on {table} for select using (person_id = {Person} and {where});";

    /// <summary>Who sits on the council is no secret where it sits: everybody who works there reads it, the person concerned answers.</summary>
    public static string KnownToStaff(string table) =>
        Policy(table, $"{InOrganizations} or person_id = {Person}", delete: false)
        + $"create policy {table}_staff on {table} for select using (organization_id = any((select organization_ids from person where id = "
            + $"{Person})::uuid[]));";

    /// <summary>Beside a table's own policy: everybody who works there today reads it.</summary>
    public static string StaffRead(string table) =>
        $"create policy {table}_staff on {table} for select using (organization_id = any(array(select e.organization_id from employment e "
        + $"where e.person_id = {Person} and (e.ended_on is null or e.ended_on > local_day(now(), e.organization_id)))));";

    /// <summary>
    /// Cases of arbitration: the complainant, the arbiters, and whoever leads the council (the one role that holds these
    /// permissions at an organization), save in a case about the chair. Not the curator, not the head, not the platform's jobs.
    /// </summary>
    public static string Cases(string table) =>
        $"{Enable(table, delete: false)}create policy {table}_scope on {table} using (complainant_id = {Person} or {Person} = any(arbiter_ids) "
        + $"or ({InOrganizations} and {Permission("CaseOpen", "CaseArbitrate")} and about <> 'CouncilChair'));";

    /// <summary>What was said in a case: a handful of rows, open to whom the case itself is open.</summary>
    public static string OfCase(string table) =>
        $"{Enable(table, delete: false)}create policy {table}_scope on {table} using (exists (select from arbitration_case c where c.id = case_id));";
    /// <summary>What is asked of a mentor and a mentee: their schools' people, and the two.</summary>
    /// <param name="alsoIn">The column with the other school, where the mentor works.</param>
    public static string OfPair(string table, string alsoIn) =>
        Policy(table, $"{InOrganizations} or {alsoIn} = any({Organizations}) or mentor_id = {Person} or mentee_id = {Person}", delete: false);

    /// <summary>What two organizations agree on: the people of both.</summary>
    public static string OfTwo(string table, string other) =>
        Policy(table, $"{InOrganizations} or {other} = any({Organizations})", delete: false);

    /// <summary>Rows about one mentor: the school's people, and the mentor.</summary>
    public static string OfMentor(string table) =>
        Policy(table, $"{InOrganizations} or mentor_id = {Person}", delete: false);

    /// <summary>Sums of a region, made and read where the region is in scope.</summary>
    public static string RegionSums(string table) => Policy(table, InRegions, delete: false);

    /// <summary>Rows of one program: the school's people, and those who take part in it wherever they work.</summary>
    public static string OfProgram(string table, string key = "program_id", bool delete = false) =>
        Policy(table, $"{InOrganizations} or {key} = {Programs}", delete);

    /// <summary>Rows that only the participants of a program see: not the curator, not the head.</summary>
    public static string PairPrivate(string table, bool delete = false) =>
        Policy(table, $"program_id = {Programs}", delete);

    /// <summary>Rows of one school that are open to one permission alone, and not to the platform's jobs either.</summary>
    /// <param name="alsoOwn">The person whom a row is about (its person_id) sees it too.</param>
    public static string Confidential(string table, string permission, bool alsoOwn = false, bool delete = false)
    {
        var rule = $"({InOrganizations} and {Permission(permission)}){(alsoOwn ? $" or person_id = {Person}" : "")}";
        return $"{Enable(table, delete)}create policy {table}_scope on {table} using ({rule}) with check ({rule});";
    }

    /// <summary>Invitations: sent by one permission, each seen by the person invited alone, not by the sender.</summary>
    public static string Invitations(string table, string permission) =>
        Enable(table, delete: false)
        + $"create policy {table}_send on {table} for insert with check ({InOrganizations} and {Permission(permission)});"
        + $"create policy {table}_read on {table} for select using (person_id = {Person});"
        + $"create policy {table}_answer on {table} for update using (person_id = {Person}) with check (person_id = {Person});";

    /// <summary>Counts that one permission adds to and another reads; both may make the empty rows.</summary>
    public static string Tally(string table, string reader, string writer) =>
        Enable(table, delete: false)
        + $"create policy {table}_read on {table} for select using ({InOrganizations} and {Permission(reader, writer)});"
        + $"create policy {table}_add on {table} for insert with check ({InOrganizations} and {Permission(reader)});"
        + $"create policy {table}_count on {table} for update using ({InOrganizations} and {Permission(writer)}) with check ({InOrganizations} and "
            + $"{Permission(writer)});";

    /// <summary>Signals about a program: its people see them at once, the school from the day on which they are shown.</summary>
    public static string Signals(string table) =>
        Policy(table, $"program_id = {Programs} or ({InOrganizations} and shown_on <= current_date)", delete: false);

    /// <summary>The same by the school's own day.</summary>
    public static string SignalsByLocalDay(string table) =>
        $"drop policy {table}_scope on {table};"
        + Policy(table, $"program_id = {Programs} or ({InOrganizations} and shown_on <= local_day(now(), organization_id))", delete: false);

    /// <summary>People: seen where they work or worked, and by themselves.</summary>
    public static string People(string table) =>
        Policy(table, $"organization_ids && {Organizations} or id = {Person}", delete: false);

    /// <summary>Sums without persons: read by the school, its municipality and its region; written by jobs.</summary>
    public static string OrganizationSums(string table) =>
        $"{Enable(table, delete: true)}"
        + $"create policy {table}_read on {table} for select using ({InOrganizations} or {InTerritories} or {InRegions} or {System});"
        + $"create policy {table}_write on {table} using ({System}) with check ({System});";

    /// <summary>Facts that every signed-in caller may read and only the federation's administrators, or the given writer, may change.</summary>
    public static string PublicRead(string table, string writer = Federation, bool delete = false) =>
        $"{Enable(table, delete)}"
        + $"create policy {table}_read on {table} for select using (true);"
        + $"create policy {table}_write on {table} using ({writer} or {System}) with check ({writer} or {System});";

    /// <summary>Organizations: a public register; written where the organization or its region is in scope.</summary>
    public static string OrganizationRegister(string table) =>
        PublicRead(table, $"{InRegions} or {Federation} or id = any({Organizations})");

    /// <summary>Rows that any command may append and only jobs read and change.</summary>
    public static string AppendOnly(string table, string readers = System, bool delete = false) =>
        $"{Enable(table, delete)}"
        + $"create policy {table}_add on {table} for insert with check (true);"
        + $"create policy {table}_read on {table} for select using ({readers} or {System});"
        + $"create policy {table}_work on {table} for update using ({System});"
        + (delete ? $"create policy {table}_clear on {table} for delete using ({System});" : "");

    /// <summary>The audit trail: appended by every command, read by the school and the program's participants.</summary>
    public static string AuditTrail(string table) =>
        $"alter table {table} enable row level security;"
        + $"grant select, insert on {table} to mentoring_app;"
        + $"create policy {table}_add on {table} for insert with check (true);"
        + $"create policy {table}_read on {table} for select using ({InOrganizations} or program_id = {Programs} or {System});";

    /// <summary>Rows that belong to the calling account or system.</summary>
    public static string OfCaller(string table, string column, bool delete = false) =>
        Policy(table, $"{column} = {Account}", delete);

    /// <summary>Role assignments: managed in the organization or territory they are valid for, seen by their holder.</summary>
    public static string Assignments(string table) =>
        Policy(table, $"{InOrganizations} or {InTerritories} or {Federation} or account_id::text = {Account}", delete: false);

    /// <summary>
    /// What files take up, counted by triggers alone: read by the organization, each person's and program's part by whom it
    /// is about, and the organization's sum by whoever puts files there.
    /// </summary>
    public static string StorageUsage(string table) =>
        $"alter table {table} enable row level security;"
        + $"grant select on {table} to mentoring_app;"
        + $"create policy {table}_read on {table} for select using ({InOrganizations} or owner_id = {Account} or owner_id = any({ProgramTexts})"
        + $" or (owner = 'Organization' and organization_id = any({OrganizationsOfPrograms})) or {Federation} or {System});";

    /// <summary>What an operator allows an organization: read with its usage.</summary>
    public static string StorageQuota(string table) =>
        $"{Enable(table, delete: true)}"
        + $"create policy {table}_read on {table} for select using"
        + $" ({InOrganizations} or organization_id = any({OrganizationsOfPrograms}) or {Federation} or {System});"
        + $"create policy {table}_write on {table} using ({Federation} or {System}) with check ({Federation} or {System});";

    /// <summary>
    /// Roles that wait for their confirmation: whoever gives roles or seats there, the person who is to hold the role, and
    /// whoever confirms it.
    /// </summary>
    public static string RoleProposals(string table) =>
        Policy(table, $"(({InOrganizations} or {Federation}) and {Permission("AccountManage", "CouncilManage")}) or account_id::text = {Account} or {Overseen}",
            delete: false);

    /// <summary>Beside a table's own policy: what whoever confirms roles has to see and to write.</summary>
    /// <param name="where">Which rows; all of the organizations overseen when absent.</param>
    public static string Confirmed(string table, string where = "true") =>
        $"create policy {table}_confirm on {table} using ({where} and {Overseen}) with check ({where} and {Overseen});";

    /// <summary>Rows of organizations whose roles the caller confirms: of the region, of the municipality, of the platform.</summary>
    static string Overseen =>
        $"({Permission("RoleConfirm")} and ({InRegions} or {Federation} or organization_id in (select o.id from organization o where o.{InTerritories})))";

    /// <summary>
    /// Records of people that become one: where every place of both is in the caller's reach, and told where either works.
    /// </summary>
    public static string PersonMerges(string table) =>
        Enable(table, delete: false)
        + $"create policy {table}_read on {table} for select using (organization_ids && {Organizations} or {Merging} or {System});"
        + $"create policy {table}_add on {table} for insert with check ({Merging});"
        + $"create policy {table}_undo on {table} for update using ({Merging}) with check ({Merging});";

    /// <summary>Beside a table's own policy: what whoever merges records in a region, or in the country, has to see for it.</summary>
    /// <param name="inRegion">Which rows are of the caller's regions.</param>
    public static string ReadToMerge(string table, string inRegion) =>
        $"create policy {table}_merge on {table} for select using ({Permission("PersonMerge")} and ({Federation} or {inRegion}));";

    /// <summary>People who work or worked in the caller's regions.</summary>
    public const string PeopleOfRegions = $"organization_ids && {OrganizationsOfRegions}";

    const string OrganizationsOfRegions = $"array(select o.id from organization o where o.{InRegions})";

    static string Merging =>
        $"({Permission("PersonMerge")} and ({Federation} or organization_ids <@ {Organizations} or organization_ids <@ {OrganizationsOfRegions}))";

    /// <summary>Rows of the platform's own operation, for those who run it.</summary>
    public static string FederationOnly(string table, bool delete = false) => Policy(table, Federation, delete);

    /// <summary>Rows that only jobs and the platform itself touch.</summary>
    public static string SystemOnly(string table, bool delete = false) => Policy(table, "false", delete);

    static string Permission(params string[] names) =>
        $"(select current_setting('scope.permission', true) in ({string.Join(", ", names.Select(name => $"'{name}'"))}))";

    static string Policy(string table, string rule, bool delete) =>
        $"{Enable(table, delete)}create policy {table}_scope on {table} using ({rule} or {System}) with check ({rule} or {System});";

    static string Enable(string table, bool delete) =>
        $"alter table {table} enable row level security;"
        + $"grant select, insert, update{(delete ? ", delete" : "")} on {table} to mentoring_app;";
}
