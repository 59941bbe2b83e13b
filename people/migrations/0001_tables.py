import django.core.validators
import django.db.models.deletion
import modelcluster.fields
import modelsearch.index
import people.models.aliases
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    replaces = [
        ('people', '0001_initial'),
        ('people', '0004_words_for_editors'),
        ('people', '0005_words_beside_fields'),
        ('people', '0006_aliases_are_lines'),
        ('people', '0007_posts_in_order'),
    ]

    dependencies = [
        ('wagtaildocs', '0014_alter_document_file_size'),
    ]

    operations = [
        migrations.CreateModel(
            name='Cluster',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('name', models.CharField(help_text='Tên chính thức của cụm hoặc khối thi đua.', max_length=200, verbose_name='tên')),
                ('name_en', models.CharField(blank=True, help_text='Dùng trên các trang tiếng Anh.', max_length=200, verbose_name='tên tiếng Anh')),
                ('slug', models.SlugField(blank=True, help_text='Để trống thì lấy theo tên.', max_length=120, unique=True, verbose_name='đường dẫn')),
                ('aliases', people.models.aliases.AliasesField(blank=True, default=list, help_text='Các cách viết thường gặp, mỗi dòng một cách viết, để tìm kiếm nhận ra.', verbose_name='cách viết khác')),
                ('description', models.TextField(blank=True, help_text='Vài câu, hiện ở trang của cụm.', verbose_name='giới thiệu')),
            ],
            options={
                'verbose_name': 'cụm thi đua',
                'verbose_name_plural': 'cụm thi đua',
                'ordering': ['name'],
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='Province',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.SlugField(max_length=40, unique=True, verbose_name='khóa')),
                ('code', models.CharField(max_length=2, verbose_name='mã thống kê')),
                ('name', models.CharField(max_length=60, verbose_name='tên')),
                ('name_en', models.CharField(max_length=60, verbose_name='tên tiếng Anh')),
                ('full_name', models.CharField(max_length=80, verbose_name='tên đầy đủ')),
                ('kind', models.CharField(choices=[('province', 'Tỉnh'), ('city', 'Thành phố trực thuộc trung ương')], max_length=10, verbose_name='loại')),
                ('aliases', models.JSONField(blank=True, default=list, verbose_name='cách viết khác')),
                ('region', models.CharField(blank=True, max_length=60, verbose_name='vùng')),
                ('valid_from', models.DateField(blank=True, null=True, verbose_name='có từ ngày')),
                ('valid_to', models.DateField(blank=True, null=True, verbose_name='đến hết ngày')),
            ],
            options={
                'verbose_name': 'tỉnh, thành phố',
                'verbose_name_plural': 'tỉnh, thành phố',
                'ordering': ['name', 'key'],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('valid_from__isnull', True), ('valid_to__isnull', True), ('valid_to__gte', models.F('valid_from')), _connector='OR'), name='province_period_in_order', violation_error_message='Ngày kết thúc phải sau ngày bắt đầu.'),
                    models.UniqueConstraint(condition=models.Q(('valid_to__isnull', True)), fields=('code',), name='province_code_once_now'),
                    models.UniqueConstraint(fields=('code', 'valid_to'), name='province_code_once_in_an_ended_list'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Organisation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('name', models.CharField(help_text='Tên chính thức hiện nay.', max_length=200, verbose_name='tên')),
                ('name_en', models.CharField(blank=True, help_text='Dùng trên các trang tiếng Anh.', max_length=200, verbose_name='tên tiếng Anh')),
                ('short_name', models.CharField(blank=True, help_text='Dùng trong bảng và sơ đồ.', max_length=80, verbose_name='tên ngắn')),
                ('aliases', people.models.aliases.AliasesField(blank=True, default=list, help_text='Chữ viết tắt và cách viết thường gặp, mỗi dòng một cách viết, để tìm kiếm nhận ra.', verbose_name='cách viết khác')),
                ('slug', models.SlugField(blank=True, help_text='Để trống thì lấy theo tên.', max_length=120, unique=True, verbose_name='đường dẫn')),
                ('kind', models.CharField(choices=[('ministry', 'Bộ, cơ quan ngang bộ'), ('committee', 'Ủy ban nhân dân'), ('council', 'Hội đồng'), ('department', 'Sở, ban, ngành'), ('office', 'Văn phòng, phòng, ban trực thuộc'), ('unit', 'Đơn vị sự nghiệp'), ('party', 'Cơ quan Đảng'), ('union', 'Mặt trận, đoàn thể'), ('enterprise', 'Doanh nghiệp, hợp tác xã'), ('other', 'Khác')], default='other', help_text='Xếp cơ quan vào nhóm trong danh bạ.', max_length=12, verbose_name='loại')),
                ('level', models.CharField(choices=[('central', 'Trung ương'), ('province', 'Cấp tỉnh'), ('commune', 'Cấp xã'), ('internal', 'Trực thuộc một cơ quan')], default='province', help_text='Cấp hành chính của cơ quan.', max_length=10, verbose_name='cấp')),
                ('founded_on', models.DateField(blank=True, help_text='Để trống nếu không rõ.', null=True, verbose_name='thành lập ngày')),
                ('dissolved_on', models.DateField(blank=True, help_text='Ngày cuối còn hoạt động; để trống nếu vẫn đang hoạt động.', null=True, verbose_name='hoạt động đến hết ngày')),
                ('phone', models.CharField(blank=True, help_text='Hiện ở trang của cơ quan; ghi cả mã vùng.', max_length=40, verbose_name='điện thoại')),
                ('email', models.EmailField(blank=True, help_text='Hiện ở trang của cơ quan.', max_length=254, verbose_name='thư điện tử')),
                ('address', models.CharField(blank=True, help_text='Hiện ở trang của cơ quan.', max_length=200, verbose_name='địa chỉ')),
                ('description', models.TextField(blank=True, help_text='Vài câu, hiện ở trang của cơ quan.', verbose_name='chức năng, nhiệm vụ')),
                ('sort_order', models.PositiveSmallIntegerField(default=100, help_text='Số nhỏ đứng trước trong danh bạ.', verbose_name='thứ tự')),
                ('parent', models.ForeignKey(blank=True, help_text='Cơ quan cấp trên trực tiếp, để vẽ sơ đồ.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='units', to='people.organisation', verbose_name='trực thuộc')),
                ('province', models.ForeignKey(blank=True, help_text='Địa phương nơi cơ quan hoạt động.', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='organisations', to='people.province', verbose_name='tỉnh, thành phố')),
            ],
            options={
                'verbose_name': 'cơ quan',
                'verbose_name_plural': 'cơ quan',
                'ordering': ['sort_order', 'name'],
                'constraints': [
                    models.CheckConstraint(condition=models.Q(('founded_on__isnull', True), ('dissolved_on__isnull', True), ('dissolved_on__gte', models.F('founded_on')), _connector='OR'), name='organisation_period_in_order', violation_error_message='Ngày kết thúc phải sau ngày bắt đầu.'),
                    models.CheckConstraint(condition=models.Q(('parent__isnull', True), models.Q(('parent', models.F('pk')), _negated=True), _connector='OR'), name='organisation_not_its_own_parent'),
                ],
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('honorific', models.CharField(blank=True, choices=[('ông', 'Ông'), ('bà', 'Bà')], help_text='Ông hoặc bà, như thường ghi trong bài.', max_length=10, verbose_name='xưng hô')),
                ('full_name', models.CharField(help_text='Họ, tên đệm và tên, viết đủ dấu.', max_length=100, verbose_name='họ và tên')),
                ('slug', models.SlugField(blank=True, help_text='Để trống thì lấy theo họ tên.', max_length=120, unique=True, verbose_name='đường dẫn')),
                ('phone', models.CharField(blank=True, help_text='Số làm việc, hiện ở trang của người này.', max_length=40, verbose_name='điện thoại')),
                ('email', models.EmailField(blank=True, help_text='Thư công vụ, hiện ở trang của người này.', max_length=254, verbose_name='thư điện tử')),
                ('biography', models.TextField(blank=True, help_text='Vài câu về quá trình công tác; không ghi ngày sinh.', verbose_name='giới thiệu')),
            ],
            options={
                'verbose_name': 'nhân sự',
                'verbose_name_plural': 'nhân sự',
                'ordering': ['full_name'],
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='ClusterYear',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1948), django.core.validators.MaxValueValidator(2100)], verbose_name='năm')),
                ('pledge_signed_on', models.DateField(blank=True, null=True, verbose_name='ký giao ước ngày')),
                ('cluster', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='years', to='people.cluster', verbose_name='cụm')),
                ('pledge', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtaildocs.document', verbose_name='bản giao ước')),
                ('deputies', modelcluster.fields.ParentalManyToManyField(blank=True, related_name='clusters_deputised', to='people.organisation', verbose_name='cụm phó')),
                ('head', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='clusters_headed', to='people.organisation', verbose_name='cụm trưởng')),
                ('host', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.province', verbose_name='tỉnh đăng cai')),
            ],
            options={
                'verbose_name': 'năm của cụm',
                'verbose_name_plural': 'năm của cụm',
                'ordering': ['-year'],
                'constraints': [
                    models.UniqueConstraint(fields=('cluster', 'year'), name='cluster_year_once'),
                ],
            },
        ),
        migrations.CreateModel(
            name='ProvinceSuccession',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField(verbose_name='từ ngày')),
                ('kind', models.CharField(choices=[('continued', 'giữ nguyên'), ('merged', 'sáp nhập, giữ tên'), ('merged_away', 'sáp nhập, hết tên')], max_length=12, verbose_name='cách thay đổi')),
                ('legal_act', models.CharField(blank=True, max_length=80, verbose_name='văn bản')),
                ('predecessor', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='successions', to='people.province', verbose_name='trước')),
                ('successor', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='origins', to='people.province', verbose_name='sau')),
            ],
            options={
                'verbose_name': 'kế thừa tỉnh',
                'verbose_name_plural': 'kế thừa tỉnh',
                'constraints': [
                    models.UniqueConstraint(fields=('predecessor', 'successor'), name='province_succession_once'),
                    models.CheckConstraint(condition=models.Q(('predecessor', models.F('successor')), _negated=True), name='province_does_not_succeed_itself'),
                ],
            },
        ),
        migrations.CreateModel(
            name='ClusterMembership',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('start', models.DateField(blank=True, null=True, verbose_name='từ ngày')),
                ('end', models.DateField(blank=True, null=True, verbose_name='đến hết ngày')),
                ('cluster', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='memberships', to='people.cluster', verbose_name='cụm')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='cluster_memberships', to='people.organisation', verbose_name='cơ quan')),
            ],
            options={
                'verbose_name': 'thành viên cụm',
                'verbose_name_plural': 'thành viên cụm',
                'ordering': ['organisation__sort_order', 'organisation__name'],
                'constraints': [models.CheckConstraint(condition=models.Q(('start__isnull', True), ('end__isnull', True), ('end__gte', models.F('start')), _connector='OR'), name='cluster_membership_period_in_order', violation_error_message='Ngày kết thúc phải sau ngày bắt đầu.'), models.UniqueConstraint(condition=models.Q(('end__isnull', True)), fields=('cluster', 'organisation'), name='cluster_member_once_at_a_time')],
            },
        ),
        migrations.CreateModel(
            name='OrganisationName',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200, verbose_name='tên')),
                ('start', models.DateField(blank=True, null=True, verbose_name='từ ngày')),
                ('end', models.DateField(blank=True, null=True, verbose_name='đến hết ngày')),
                ('organisation', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='former_names', to='people.organisation', verbose_name='cơ quan')),
            ],
            options={
                'verbose_name': 'tên cũ',
                'verbose_name_plural': 'tên cũ',
                'ordering': ['start'],
                'constraints': [models.CheckConstraint(condition=models.Q(('start__isnull', True), ('end__isnull', True), ('end__gte', models.F('start')), _connector='OR'), name='organisation_name_period_in_order', violation_error_message='Ngày kết thúc phải sau ngày bắt đầu.')],
            },
        ),
        migrations.CreateModel(
            name='OrganisationSuccession',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('on', models.DateField(help_text='Ngày việc chuyển tiếp có hiệu lực.', verbose_name='từ ngày')),
                ('kind', models.CharField(choices=[('merged', 'sáp nhập'), ('split', 'chia, tách'), ('renamed', 'đổi tên'), ('transferred', 'chuyển nhiệm vụ')], default='merged', help_text='Sáp nhập, chia tách hay đổi tên.', max_length=12, verbose_name='cách thay đổi')),
                ('legal_act', models.CharField(blank=True, help_text='Số và tên văn bản quyết định việc này.', max_length=120, verbose_name='văn bản')),
                ('predecessor', models.ForeignKey(help_text='Cơ quan đã thôi hoạt động hoặc được chia, tách.', on_delete=django.db.models.deletion.CASCADE, related_name='successions', to='people.organisation', verbose_name='trước')),
                ('successor', models.ForeignKey(help_text='Cơ quan tiếp nhận chức năng, nhiệm vụ.', on_delete=django.db.models.deletion.CASCADE, related_name='origins', to='people.organisation', verbose_name='sau')),
            ],
            options={
                'verbose_name': 'kế thừa cơ quan',
                'verbose_name_plural': 'kế thừa cơ quan',
                'constraints': [models.UniqueConstraint(fields=('predecessor', 'successor'), name='organisation_succession_once'), models.CheckConstraint(condition=models.Q(('predecessor', models.F('successor')), _negated=True), name='organisation_does_not_succeed_itself')],
            },
        ),
        migrations.CreateModel(
            name='Post',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(help_text='Ví dụ: Phó Giám đốc.', max_length=120, verbose_name='chức vụ')),
                ('title_en', models.CharField(blank=True, max_length=120, verbose_name='chức vụ tiếng Anh')),
                ('wording', models.CharField(blank=True, help_text='Chỉ điền khi không phải là “chức vụ” nối với “cơ quan”.', max_length=250, verbose_name='cách viết đầy đủ')),
                ('start', models.DateField(blank=True, null=True, verbose_name='từ ngày')),
                ('end', models.DateField(blank=True, null=True, verbose_name='đến hết ngày')),
                ('attested_on', models.DateField(blank=True, help_text='Khi không biết ngày bổ nhiệm: ngày sớm nhất mà nguồn cho thấy đã giữ chức vụ.', null=True, verbose_name='đã giữ vào ngày')),
                ('decision', models.CharField(blank=True, max_length=120, verbose_name='quyết định')),
                ('sort_order', models.PositiveSmallIntegerField(default=100, help_text='Số nhỏ đứng trước, trong cơ quan và trên trang của người giữ chức vụ.', verbose_name='thứ tự')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='posts', to='people.organisation', verbose_name='cơ quan')),
                ('person', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='posts', to='people.person', verbose_name='nhân sự')),
            ],
            options={
                'verbose_name': 'chức vụ',
                'verbose_name_plural': 'chức vụ',
                'ordering': ['sort_order', '-start', 'pk'],
                'indexes': [models.Index(fields=['organisation', 'start'], name='post_by_organisation')],
                'constraints': [models.CheckConstraint(condition=models.Q(('start__isnull', True), ('end__isnull', True), ('end__gte', models.F('start')), _connector='OR'), name='post_period_in_order', violation_error_message='Ngày kết thúc phải sau ngày bắt đầu.'), models.CheckConstraint(condition=models.Q(('start__isnull', False), ('attested_on__isnull', False), _connector='OR'), name='post_has_a_first_day', violation_error_message='Ghi ngày bắt đầu, hoặc một ngày đã giữ chức vụ.'), models.CheckConstraint(condition=models.Q(('attested_on__isnull', True), ('end__isnull', True), ('end__gte', models.F('attested_on')), _connector='OR'), name='post_attested_before_its_end', violation_error_message='Ngày đã giữ chức vụ không thể sau ngày kết thúc.')],
            },
        ),
        migrations.AddField(
            model_name='province',
            name='successors',
            field=models.ManyToManyField(related_name='predecessors', through='people.ProvinceSuccession', to='people.province', verbose_name='tỉnh kế thừa'),
        ),
    ]
